//! Words: Fluent messages, the Texts of memos as Fluent patterns, and the formats
//! and crate::language::typography of Canadian English and French.
//!
//! The only room that knows Fluent, and the only one that asks which language it
//! is. How another room uses it:
//!
//! 1. Once: [`Locales::load`] with every `.ftl` file, the embedded ones and the
//!    workspace's. It gives the locales and every fault of the files.
//! 2. For each memo: [`Locales::for_memo`] with `memos/<stem>.en.ftl` and
//!    `memos/<stem>.fr.ftl` where they exist. Without them the shared `Locales`
//!    serve as they are. Both are cheap: nothing shared is parsed again.
//! 3. For each language: [`Locales::get`] gives the [`Locale`].
//! 4. For each Text: [`Locale::text`] with the memo's [`Args`]; for each label,
//!    formula or code: [`Locale::message`] or [`Locale::has`] and [`Locale::ids`].
//!
//! What comes back is [`Formatted`]: Markdown of the author, in which everything
//! that a fact or an argument prints stands as one private-use character, a
//! *token*. So a fact can never turn into Markdown. The caller parses the Markdown
//! and then puts [`Formatted::values`] in place of the tokens ([`token_index`]):
//!
//! ```
//! use bimemo::locale::{Args, Layer, Locales, Resource, token_index};
//! use bimemo::{lang::Lang, source::SourceFile};
//!
//! let file = SourceFile::new("locales/en/pages.ftl", "page = Page { $page } of { $count }\n");
//! let resource = Resource { lang: Lang::En, file, layer: Layer::Embedded };
//! let (locales, faults) = Locales::load([resource]);
//! assert!(faults.is_empty());
//! let args = Args::new().text("page", "2").text("count", "3");
//! let page = locales.get(Lang::En).message("page", &args).unwrap();
//! let token = page.text.chars().find_map(token_index).unwrap();
//! assert_eq!(page.values[token].facts(), ["page"]);
//! assert_eq!(page.values[token].to_plain(), "2");
//! assert_eq!(page.to_plain(), "Page 2 of 3");
//! ```
//!
//! A Text or a message with a fault gives diagnostics and no text. The same fault
//! of a shared message is found at each use, with the use as a label: callers
//! that gather findings of many texts drop repetitions of one code at one place.

pub(crate) mod anchors;
pub(crate) mod annotated;
mod args;
mod braces;
mod capital;
pub(crate) mod catalog;
pub mod codes;
pub(crate) mod exceptions;
mod formatted;
mod frame;
mod functions;
mod integrity;
mod joints;
mod locales;
pub(crate) mod lookup;
mod millions;
mod one_language;
mod outcomes;
mod output;
mod pattern;
pub(crate) mod plural;
mod private;
mod resolve;
mod resource;
pub(crate) mod slices;
mod splice;
mod syntax;
pub(crate) mod tree;
mod unknown;

pub(crate) use args::gender_name;
pub use args::{Args, Locator, Placement};
pub use formatted::{Formatted, FormattedSegment, PrintedValue, Source, token, token_index};
pub use functions::{FunctionReference, functions};
pub use locales::Locales;
pub use one_language::Locale;
pub(crate) use outcomes::{Outcome, key_of, outcomes_in};
pub use outcomes::{Outcomes, read_resource, read_text};
pub(crate) use resolve::missing_translation;
pub use resource::{Layer, Resource};

#[cfg(test)]
mod tests;
