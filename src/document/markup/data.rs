//! Data for programs that stands in a page.

use super::Markup;
use serde_json::Value;

impl Markup {
    /// JSON as it stands in an element of a page. What could end the element, or begin
    /// another, stands as an escape of JSON.
    pub fn of_json(value: &Value) -> Markup {
        let mut written = String::new();
        for c in value.to_string().chars() {
            match c {
                '<' => written.push_str("\\u003c"),
                '>' => written.push_str("\\u003e"),
                '&' => written.push_str("\\u0026"),
                c => written.push(c),
            }
        }
        Markup(written)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn no_text_ends_the_element() {
        let texts = [
            "</script><script>alert(1)",
            "<!--<script>",
            "]]>&amp;",
            "a\"\\\u{2028}",
        ];
        let value = json!({ "texts": texts });
        let written = Markup::of_json(&value);
        assert!(!written.as_str().contains(['<', '>', '&']));
        assert_eq!(
            serde_json::from_str::<Value>(written.as_str()).unwrap(),
            value
        );
    }
}
