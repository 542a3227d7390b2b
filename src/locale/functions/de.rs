//! `DE`: a name behind *de* or *à*, or with its article; an organization of the
//! directory in the forms that the directory has.

use super::function::{Call, place_of};
use super::options::options;
use super::{is_authored, printed, words_of};
use crate::lang::Lang;
use crate::language::words::{Hand, Words};
use crate::language::write::{self, Article, Preposition, PrepositionOptions, Style};
use crate::locale::codes::MISSING_FORM;
use crate::locale::lookup::PatternFault;
use crate::locale::resolve::{Evaluated, NamedValue};

/// Calls `DE`; nothing where the argument is no name.
///
/// # Errors
/// An organization of which neither the directory nor the call tells the French form.
pub(super) fn de<'s>(
    name: &'s str,
    call: &Call<'s>,
    argument: &Evaluated,
    style: Style,
) -> Option<Result<Evaluated, Vec<PatternFault<'s>>>> {
    let of = match argument {
        Evaluated::Text { .. } => None,
        Evaluated::Printed {
            number: None,
            organization,
            ..
        } => organization.as_ref(),
        _ => return None,
    };
    let options: PrepositionOptions = options(name, call).0;
    let plain = words_of(argument, style).to_plain();
    let words = match of {
        Some(of) => of_directory(of, &plain, style, &options),
        None => Some(write::preposition(&plain, style, &options)),
    };
    let Some(words) = words else {
        let of = of?;
        return Some(Err(vec![missing_form(name, call, of, &options)]));
    };
    let mut evaluated = printed(std::slice::from_ref(argument), words);
    if let Evaluated::Printed { value, .. } = &mut evaluated
        && is_authored(argument)
    {
        value
            .pieces
            .iter_mut()
            .for_each(|piece| piece.hand = Hand::Author);
    }
    Some(Ok(evaluated))
}

/// An organization of the directory: in French in the directory's forms, where it has
/// any, and else as the call says. English has an article where the French has one,
/// unless the call says otherwise.
fn of_directory(
    of: &NamedValue,
    plain: &str,
    style: Style,
    options: &PrepositionOptions,
) -> Option<Words> {
    let [name, de, a] = [&of.french.name, &of.french.de, &of.french.a]
        .map(|form| form.as_ref().map(|form| form.value.trim()));
    let with_article = name
        .map(str::to_owned)
        .or_else(|| de.map(|de| write::without_preposition(de, Preposition::De)))
        .or_else(|| a.map(|a| write::without_preposition(a, Preposition::A)));
    if style.lang == Lang::En {
        let mut options = *options;
        if !options.article_is_said && with_article.is_some_and(|name| write::has_article(&name)) {
            options.article = Article::Definite;
        }
        return Some(write::preposition(plain, style, &options));
    }
    let Some(with_article) = with_article else {
        return options
            .article_is_said
            .then(|| write::preposition(plain, style, options));
    };
    let own = match options.preposition {
        Preposition::De => de,
        Preposition::A => a,
        Preposition::None => name,
    };
    // The name brings its article itself.
    let options = PrepositionOptions {
        preposition: options.preposition,
        aspirate: options.aspirate,
        ..PrepositionOptions::default()
    };
    Some(match own {
        Some(form) => Words::plain(form),
        None => write::preposition(&with_article, style, &options),
    })
}

fn missing_form<'s>(
    name: &'s str,
    call: &Call<'s>,
    of: &NamedValue,
    options: &PrepositionOptions,
) -> PatternFault<'s> {
    let place = place_of(name, call, 0);
    let form = match options.preposition {
        Preposition::De => "de",
        Preposition::A => "a",
        Preposition::None => "name",
    };
    let wording = MISSING_FORM.say(
        "organization",
        given!(key = of.key, form, function = name, fact = place.0),
    );
    PatternFault::new(place, wording)
}
