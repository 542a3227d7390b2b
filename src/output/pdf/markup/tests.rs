use super::*;
use crate::output::theme::Theme;

fn findings(text: &str) -> Vec<(String, String, Vec<String>)> {
    let theme = Theme::parse(None, &[]).0;
    let markup = PrintMarkup {
        template: "templates/memo.pdf.html",
        text,
        written: &|_| None,
        leads: &|_| true,
    };
    read_markup(markup, &theme)
        .unwrap_err()
        .into_iter()
        .map(|finding| (finding.code.id.to_owned(), finding.message, finding.hints))
        .collect()
}

#[test]
fn every_unknown_name_is_quoted_with_its_place() {
    let found = findings(
        "<div class=\"document\" lang=\"en\">\n  <p class=\"salutaton\">x</p>\n  <marquee id=\"a\">y</marquee><p onclick=\"z\" lang=\"de\">z</p>\n  <p class=\"salutaton\">again</p></div>",
    );
    assert_eq!(found.len(), 4, "{found:#?}");
    assert_eq!(found[0].0, "W101");
    assert_eq!(
        found[0].1,
        "`templates/memo.pdf.html` prints the unknown class `salutaton` at line 2, column 3 of its markup: `<p class=\"salutaton\">`"
    );
    assert_eq!(found[0].2, ["did you mean `salutation`?"]);
    assert!(found[1].1.contains("`marquee`") && found[1].1.contains("line 3, column 3"));
    assert!(found[2].1.contains("attribute `onclick` on `p`"));
    assert!(found[3].1.contains("`de` for the attribute `lang`"));
}

#[test]
fn what_stands_in_the_wrong_place_is_named() {
    let found = findings(
        "<div class=\"document\"><ul><p>a</p>b</ul><li>c</li><p>d<section/></p><table><tr>e<td>f</td></tr></table></div>",
    );
    let said: Vec<&str> = found
        .iter()
        .map(|(_, message, _)| message.as_str())
        .collect();
    assert_eq!(found.len(), 5, "{said:#?}");
    assert!(found.iter().all(|(code, _, _)| code == "W102"));
    assert!(said[0].contains("`p` directly in `ul`"));
    assert!(said[1].contains("text directly in `ul`"));
    assert!(said[2].contains("`li` directly in `div`"));
    assert!(said[3].contains("`section` directly in `p`"));
    assert!(said[4].contains("text directly in `tr`"));
}

#[test]
fn markup_that_is_not_well_formed_names_the_place() {
    let found = findings("<div class=\"document\">\n<p>a<br></p></div>");
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].0, "W100");
    assert!(found[0].1.contains("line 2"), "{}", found[0].1);
    assert_eq!(findings("<div><p>no document</p></div>")[0].0, "W102");
}

#[test]
fn deep_nesting_is_refused_and_not_walked() {
    let text = format!(
        "<div class=\"document\">{}{}</div>",
        "<div>".repeat(300),
        "</div>".repeat(300)
    );
    assert!(
        findings(&text)
            .iter()
            .any(|(_, message, _)| message.contains("deep"))
    );
}
