//! The findings of reading and resolving Fluent. Their manual pages stand in `codes/`.

crate::diagnostic::codes! {
    in "codes/";
    INVALID_FLUENT = "L001", "invalid-fluent", Error firm;
    BROKEN_CONTINUATION = "L002", "broken-continuation", Error firm;
    ONE_LINE_SELECTOR = "L003", "one-line-selector", Error firm;
    MISSING_DEFAULT = "L004", "missing-default-variant", Error firm;
    UNBALANCED_BRACE = "L005", "unbalanced-brace", Error firm;
    UNKNOWN_ESCAPE = "L006", "unknown-escape", Error firm;
    EMPTY_MESSAGE = "L007", "empty-message", Error firm;
    MISSING_EQUALS = "L008", "missing-equals", Error firm;
    WRONG_SELECTOR = "L009", "wrong-selector", Error firm;
    DUPLICATE_MESSAGE = "L010", "duplicate-message", Error comment;
    UNKNOWN_MESSAGE = "L011", "unknown-message", Error firm;
    UNKNOWN_TERM = "L012", "unknown-term", Error firm;
    UNKNOWN_ATTRIBUTE = "L013", "unknown-attribute", Error firm;
    UNKNOWN_FUNCTION = "L014", "unknown-function", Error firm;
    CYCLIC_REFERENCE = "L015", "cyclic-reference", Error firm;
    TOO_MANY_PLACEABLES = "L016", "too-many-placeables", Warning comment;
    RUNAWAY_TEXT = "L017", "runaway-text", Error firm;
    WORDS_IN_BRACES = "L018", "words-in-braces", Error firm;
    TEMPLATE_BRACES = "L019", "template-braces", Error firm;
    UNKNOWN_FACT = "L020", "unknown-fact", Error firm;
    WRONG_ARGUMENT = "L021", "wrong-argument", Error firm;
    ARGUMENT_COUNT = "L022", "argument-count", Error firm;
    WRONG_OPTION = "L023", "wrong-option", Error firm;
    PRIVATE_USE_CHARACTER = "L024", "private-use-character", Error firm;
    IMPOSSIBLE_VARIANT = "L025", "impossible-variant", Error firm;
    MISSING_FORM = "L026", "missing-form", Error firm;
    UNUSED_MESSAGE_EXCEPTION = "L120", "unused-message-exception", Warning comment;
    INVALID_MESSAGE_EXCEPTION = "L121", "invalid-message-exception", Warning comment;
    MISSING_TRANSLATION = "P001", "missing-translation", Error firm;
}
