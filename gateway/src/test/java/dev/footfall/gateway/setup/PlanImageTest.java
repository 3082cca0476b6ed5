package dev.footfall.gateway.setup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanImageTest {
    @ParameterizedTest
    @CsvSource({"png, png", "jpg, jpg"})
    void picturesOfBothKindsAreTakenWithTheirSize(String format, String extension) throws IOException {
        assertThat(PlanImage.of(picture(format, 640, 400))).isEqualTo(new PlanImage.Accepted(extension, 640, 400));
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg"})
    void whatIsCutOffAnywhereIsSaidAndNeverThrows(String format) throws IOException {
        byte[] whole = picture(format, 64, 40);
        for (int length = 8; length < whole.length - 1; length++) {
            assertThat(PlanImage.of(Arrays.copyOf(whole, length)))
                    .isInstanceOfSatisfying(
                            PlanImage.Refused.class,
                            refused -> assertThat(refused.text()).contains("save or export it again"));
        }
    }

    @Test
    void tooManyPixelsAndBytesAreRefusedWithTheirNumber() throws IOException {
        assertThat(refused(picture("png", 10_001, 1)).text()).contains("is 10001 pixels long and may be 10000");
        assertThat(refused(new byte[20 * 1024 * 1024]).text()).contains("has 20.0 MB and may have 5", "export it");
    }

    @ParameterizedTest
    @CsvSource({
        "'%PDF-1.7', This is a PDF file: export the plan as",
        "'GIF89a', This is a GIF file",
        "'PK\u0003\u0004', This is a ZIP file",
        "'AC1032', This is a DWG file",
        "'hello', This is no picture that browsers show everywhere",
        "'', The file is empty"
    })
    void otherFilesAreCalledByTheirName(String bytes, String told) {
        assertThat(refused(bytes.getBytes(UTF_8)).text()).contains(told);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 800 500'><style>.a{fill:url(#b)}</style></svg>",
                "\uFEFF<?xml version='1.0'?>\n<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd'>"
                        + "<svg xmlns='http://www.w3.org/2000/svg' width='800px' height='500px'/>",
                "<svg xmlns='http://www.w3.org/2000/svg' xmlns:i='urn:ink' i:docname='C:\\plan.svg' viewBox='0,0,80,50'>"
                        + "<i:grid/><image href='data:image/png;base64,AAAA'/><use href='#a'/></svg>"
            })
    void drawingsOfDrawingProgramsAreTaken(String svg) {
        assertThat(PlanImage.of(svg.getBytes(UTF_8)).accepted())
                .map(plan -> plan.width() / plan.height())
                .isEqualTo(Optional.of(1.6));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<script>1</script>|could run or is no drawing (script, line 2)",
                "<a><ScRiPt/></a>|could run or is no drawing (ScRiPt, line 2)",
                "<foreignObject/>|(foreignObject, line 2): remove it, or export the plan as plain SVG",
                "<b xmlns='http://www.w3.org/1999/xhtml'/>|could run or is no drawing (b",
                "<g onload='x()'/>|could run or is no drawing (onload",
                "<set attributeName='href' to='javascript:x()'/>|could run",
                "<image href='http://elsewhere/x.png'/>|outside itself (href, line 2): embed the pictures",
                "<image href='data:image/svg+xml;base64,AAAA'/>|outside itself (href",
                "<a xlink:href='javascript:x()'/>|outside itself (href",
                "<g style='fill: URL( \"http://elsewhere/\")'/>|outside itself (style",
                "<g fill='url(//elsewhere)'/>|outside itself (fill",
                "<style>@import 'x.css';</style>|outside itself (style",
                "<style><![CDATA[g { fill: u\\72l(//x) }]]></style>|outside itself (style",
                "<?xml-stylesheet href='x.css'?>|outside itself (?xml-stylesheet",
                "<g>|cannot be read (line",
                "<g>&nope;</g>|SVG"
            })
    void whatCouldRunOrFetchIsRefusedWithItsPlace(String part, String told) {
        String svg =
                "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' viewBox='0 0 8 5'>\n"
                        + part + "</svg>";

        assertThat(refused(svg.getBytes(UTF_8)).text()).contains(told);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<html xmlns='http://www.w3.org/1999/xhtml'/>|This is <html>, not an SVG",
                "<svg/>|not an SVG",
                "<svg xmlns='http://www.w3.org/2000/svg'/>|does not say how wide and high it is",
                "<svg xmlns='http://www.w3.org/2000/svg' width='100%' height='100%'/>|does not say",
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 0 5'/>|does not say",
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9999 5'/>|does not say",
                "<!DOCTYPE svg [<!ENTITY a 'b'><!ENTITY c '&a;&a;&a;'>]><svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 8 5'>&c;</svg>|SVG"
            })
    void whatIsNoDrawingOfKnownSizeIsRefused(String svg, String told) {
        assertThat(refused(svg.getBytes(UTF_8)).text()).contains(told);
    }

    private static PlanImage.Refused refused(byte[] bytes) {
        PlanImage judged = PlanImage.of(bytes);
        assertThat(judged).isInstanceOf(PlanImage.Refused.class);
        return (PlanImage.Refused) judged;
    }

    private static byte[] picture(String format, int width, int height) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, out);
        return out.toByteArray();
    }
}
