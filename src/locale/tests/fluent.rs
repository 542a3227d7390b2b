//! The walk gives what Fluent's own resolver gives, wherever both can print.

use super::*;
use ::fluent::concurrent::FluentBundle;
use ::fluent::{FluentArgs, FluentResource};

const RESOURCE: &str = r#"
-act = Employment Renewal Act
    .gender = feminine
-form = { $case ->
    [of] of the Act
   *[plain] the Act
}
-nested = { -form(case: "of") } and { -form }
word = plain
    .attribute = attribute of { word }
a = text
b = { word } and { word.attribute }
c = { $n ->
    [0] none
    [one] one month
   *[other] { $n } months
}
d = { -act } { -form } { -form(case: "of") } { -nested }
e = { -act.gender ->
    [feminine] f
   *[masculine] m
}
f =
    first line
      second { "{" } line { "\u00A0" }

    last { { { word } } }
g = { $who ->
    [feminine] she
   *[other] they
}
h = { 1 ->
    [1] literal
   *[other] no
} { "x" ->
   *[x] x
    [y] y
}
i = { $n ->
    [1] { $who ->
        [feminine] one woman
       *[other] one person
    }
   *[other] { $n } people, { b }
}
"#;

#[test]
fn the_walk_agrees_with_fluents_own_resolver() {
    for lang in Lang::ALL {
        let source = RESOURCE.to_owned();
        let mut bundle = FluentBundle::new_concurrent(vec![lang.tag().parse().unwrap()]);
        bundle.set_use_isolating(false);
        bundle
            .add_resource(FluentResource::try_new(source).unwrap())
            .unwrap();
        let locales = locales(RESOURCE, RESOURCE);
        let locale = locales.get(lang);
        for n in [0, 1, 2, 5, 11] {
            for who in ["feminine", "masculine", "unspecified"] {
                let mut fluent_args = FluentArgs::new();
                fluent_args.set("n", n);
                fluent_args.set("who", who);
                let facts = numbers(&[("n", n)]);
                let args = Args::new().facts(&facts, &nowhere).text("who", who);
                for id in ["a", "b", "c", "d", "e", "f", "g", "h", "i"] {
                    let message = bundle.get_message(id).unwrap();
                    let mut errors = Vec::new();
                    let wanted = bundle.format_pattern(
                        message.value().unwrap(),
                        Some(&fluent_args),
                        &mut errors,
                    );
                    assert_eq!(errors, []);
                    let got = locale.message(id, &args).unwrap();
                    assert_eq!(got.to_plain(), wanted, "{id} {n} {who}");
                }
            }
        }
    }
}
