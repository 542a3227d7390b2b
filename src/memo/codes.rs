//! The findings of reading YAML files. Their manual pages stand in `codes/`.

crate::diagnostic::codes! {
    in "codes/";
    YAML_SYNTAX = "Y001", "yaml-syntax", Error firm;
    COLON_IN_TEXT = "Y002", "colon-in-text", Error firm;
    COMMA_IN_FLOW_TEXT = "Y003", "comma-in-flow-text", Error firm;
    BRACE_AT_START = "Y004", "brace-at-start", Error firm;
    COMMENT_IN_TEXT = "Y005", "comment-in-text", Error firm;
    TAB_INDENTATION = "Y006", "tab-indentation", Error firm;
    MISSING_SPACE = "Y007", "missing-space", Error firm;
    UNCLOSED_QUOTATION = "Y008", "unclosed-quotation", Error firm;
    INDICATOR_AT_START = "Y009", "indicator-at-start", Error firm;
    UNKNOWN_KEY = "Y010", "unknown-key", Error firm;
    DUPLICATE_KEY = "Y011", "duplicate-key", Error firm;
    MISSING_KEY = "Y012", "missing-key", Error firm;
    WRONG_TYPE = "Y013", "wrong-type", Error firm;
    EMPTY_FIELD = "Y014", "empty-field", Error firm;
    SEVERAL_DOCUMENTS = "Y015", "several-documents", Error firm;
    EMPTY_FILE = "Y016", "empty-file", Error firm;
    INDENTATION = "Y017", "indentation", Error firm;
    YAML_LIMIT = "Y018", "yaml-limit", Error firm;
    INVALID_BOOLEAN = "Y019", "invalid-boolean", Error firm;
    INVALID_DATE = "Y020", "invalid-date", Error firm;
    TEXT_WITHOUT_LANGUAGES = "Y021", "text-without-languages", Error firm;
    UNKNOWN_VALUE = "Y022", "unknown-value", Error firm;
    INVALID_NAME = "Y023", "invalid-name", Error firm;
    RESERVED_FACT_NAME = "Y024", "reserved-fact-name", Error firm;
    INVALID_FACT = "Y025", "invalid-fact", Error firm;
    INVALID_NUMBER = "Y026", "invalid-number", Error firm;
    INVALID_RANGE = "Y027", "invalid-range", Error firm;
    UNKNOWN_CURRENCY = "Y028", "unknown-currency", Error firm;
    INVALID_TIME = "Y029", "invalid-time", Error firm;
    INVALID_DURATION = "Y030", "invalid-duration", Error firm;
    INVALID_CONTACT = "Y031", "invalid-contact", Error firm;
    NAMELESS_PERSON = "Y032", "nameless-person", Error firm;
    UNKNOWN_DIRECTORY_KEY = "Y033", "unknown-directory-key", Error firm;
    DIRECTORY_CYCLE = "Y034", "directory-cycle", Error firm;
    CONFLICTING_KEYS = "Y035", "conflicting-keys", Error firm;
    LOCAL_TELEPHONE = "Y037", "local-telephone", Warning;
    KEY_AS_TEXT = "Y038", "key-as-text", Error;
    SEVERAL_IN_ONE = "Y039", "several-in-one", Warning;
    DATE_BEFORE_MEMO = "Y040", "date-before-memo", Warning;
    MISSING_BAR = "Y050", "missing-bar", Error firm;
    MISSING_DASH = "Y051", "missing-dash", Error firm;
    NOBODY_SIGNS = "Y060", "nobody-signs", Error firm;
    MISSPELT_ORGANIZATION = "Y061", "misspelt-organization", Warning;
}
