// Validates PDF files with veraPDF's library:
//
//     java -cp JARS Validate.java LIST FLAVOUR...
//
// LIST names a file with the path of a PDF on each line; flavours are veraPDF's ids
// (ua1, 2a). Failures are printed with their clauses; the exit status is 1 where
// there are any.
import java.io.FileInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.LogManager;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

public class Validate {
    public static void main(String[] args) throws Exception {
        LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        List<String> files = Files.readAllLines(Path.of(args[0]));
        boolean failed = false;
        for (int i = 1; i < args.length; i++) {
            PDFAFlavour flavour = PDFAFlavour.byFlavourId(args[i]);
            if (flavour == PDFAFlavour.NO_FLAVOUR) throw new IllegalArgumentException("no flavour " + args[i]);
            for (String file : files) failed |= !conforms(file, flavour);
        }
        System.exit(failed ? 1 : 0);
    }

    private static boolean conforms(String file, PDFAFlavour flavour) {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new FileInputStream(file), flavour);
             PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            if (result.isCompliant()) return true;
            System.out.println("FAIL " + flavour.getId() + " " + file);
            faults(result).forEach((clause, message) -> System.out.println("  " + clause + ": " + message));
        } catch (Exception e) {
            System.out.println("FAIL " + flavour.getId() + " " + file + "\n  " + e);
        }
        return false;
    }

    private static Map<String, String> faults(ValidationResult result) {
        Map<String, String> faults = new TreeMap<>();
        for (TestAssertion assertion : result.getTestAssertions())
            if (assertion.getStatus() == TestAssertion.Status.FAILED)
                faults.putIfAbsent(
                    assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber(),
                    assertion.getMessage() + " " + assertion.getLocation().getContext());
        return faults;
    }
}
