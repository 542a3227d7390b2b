//! The command line, as `--help` tells it.

use crate::start::{DefaultsOptions, InitOptions, NewOptions};
use bimemo::document::AssetPrefix;
use bimemo::lang::Lang;
use bimemo::output::markdown::FrontMatter;
use bimemo::press::{Format, Layout};
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::net::IpAddr;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

/// One memo file in; matching English and French Markdown, HTML and PDF out.
#[derive(Debug, Parser)]
#[command(
    name = "bimemo",
    version,
    arg_required_else_help = true,
    max_term_width = 100
)]
#[command(after_help = "\
Examples:
  bimemo render                         every memo in memos/, six documents each, into out/
  bimemo render memos/update.yaml       one memo
  bimemo check                          what is wrong, and where
  bimemo fmt --check                    which quotes, spaces, lists and tables would be fixed
  bimemo locale check                   what is wrong with the words of both languages
  bimemo explain Y010                   what a finding means and how to fix it

Exit status: 0 clean, 1 findings of severity error, 2 the command could not do its work.")]
pub struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,

    /// How findings are written.
    #[arg(
        long,
        global = true,
        value_enum,
        value_name = "FORMAT",
        default_value_t
    )]
    pub output_format: OutputFormat,

    /// Say nothing but findings.
    #[arg(long, global = true)]
    pub quiet: bool,

    /// The language that the program speaks; that of the environment where absent, but English
    /// to machines
    #[arg(long, global = true, value_name = "LANG", value_parser = one_of(LANGS))]
    pub ui_lang: Option<Lang>,

    /// The folder that paths in `sarif` and `github` are relative to; the nearest one above the
    /// workspace with a git repository where absent
    #[arg(long, global = true, value_name = "DIR")]
    pub relative_to: Option<PathBuf>,
}

impl Arguments {
    /// The workspace's folder.
    pub fn root(&self) -> &Path {
        match &self.command {
            Command::Render(options) => &options.root,
            Command::Check(options) => &options.root,
            Command::Fmt(options) => &options.root,
            Command::Locale {
                command: LocaleCommand::Check(options),
            } => &options.root,
            Command::Watch(options) => &options.render.root,
            Command::Serve(options) => &options.root,
            Command::New(options) => &options.root,
            Command::Defaults(options) => options.root(),
            Command::Init(_) | Command::Explain(_) => Path::new("."),
        }
    }
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Make a workspace that renders at once
    ///
    /// Settings, a directory, a letterhead to fill in and a first memo, each explained in its
    /// comments. What is there already stays as it is.
    Init(InitOptions),

    /// Begin a memo
    ///
    /// Its file is named by its day and its subject, and its path is printed. What is left blank
    /// is still to be written: `check` names it, and `render --draft` prints a gap.
    New(NewOptions),

    /// Write the documents of memos
    ///
    /// A memo with errors is not released: nothing of it is written, its older
    /// documents stay and are named as out of date, and the other memos go on.
    /// What lies in the folder then is listed in its manifest.json.
    Render(RenderOptions),

    /// Report what is wrong with memos, locales, templates and fonts
    ///
    /// Findings go to standard output. Nothing is written.
    Check(CheckOptions),

    /// Fix memos, letterheads, settings, directory and locales in their files
    ///
    /// Typographic fixes are those that documents get anyway, as bimemo.yaml wants them:
    /// quotation marks, apostrophes, dashes, spaces, raised letters. By them documents are the
    /// same before and after. Structural fixes make a list, a table, a link or bold of what was
    /// typed and prints as itself: lines that begin with •, rows without `| --- |`,
    /// `[words] (address)`, `<b>`. They change what documents print, and each is named with its
    /// line. Comments, order and quoting stay, and so does a file with errors. But for one
    /// thing that no reader sees: accents become one character with their letter, and
    /// characters without width are taken out, in comments too.
    Fmt(FmtOptions),

    /// Work with the Fluent resources
    Locale {
        /// What to do.
        #[command(subcommand)]
        command: LocaleCommand,
    },

    /// Print the manual page of a finding
    Explain(ExplainOptions),

    /// Write the documents of memos, and again when what they are made of is saved
    ///
    /// Renders what `render` would with the same options. After that a memo is rendered
    /// again when it is saved, the `.ftl` files beside it, a picture or another file that it
    /// uses, or the memo that its status names; all are when settings, directory, locales or
    /// templates are saved. Ctrl-C ends it.
    Watch(WatchOptions),

    /// Show the workspace in a browser, live, and give its documents to pipelines
    ///
    /// The address is the first line of standard output. `/` is the desk: memos with their
    /// states and findings, both languages beside each other, drafts too. Below `/memos/`
    /// are finished documents alone, as `render` writes them. Ctrl-C ends it.
    Serve(ServeOptions),

    /// Show or copy the locales, templates, themes, letterheads and fonts in the program
    Defaults(DefaultsOptions),
}

/// What `render` takes.
#[derive(Clone, Debug, Args)]
#[command(after_help = "\
Examples:
  bimemo render --lang fr --format pdf
  bimemo render --draft memos/update.yaml
  bimemo render --layout parallel --format pdf
  bimemo render --format fragment --heading-level 3
  bimemo render --format md --front-matter hugo --asset-prefix /files/
  bimemo render --clean                 and remove the documents of memos that are gone
  bimemo render --check                 whether what was rendered is what it would be now
  cat update.yaml | bimemo render - --lang en --format html --stdout > update.html")]
pub struct RenderOptions {
    /// Memo files or folders; `-` is standard input. Every memo in memos/ where there is none
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,

    /// Languages
    #[arg(long, value_parser = one_of(LANGS), value_delimiter = ',', default_values = ["en", "fr"])]
    pub lang: Vec<Lang>,

    /// Formats
    #[arg(long, value_parser = one_of(FORMATS), value_delimiter = ',', default_values = ["md", "html", "pdf"])]
    pub format: Vec<Format>,

    /// One document for each language, or both side by side in one
    #[arg(long, value_parser = one_of(LAYOUTS), default_value = "separate")]
    pub layout: Layout,

    /// The level at which the headings of fragments begin, 1 to 6; 2 where absent
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(1..=6))]
    pub heading_level: Option<u8>,

    /// Begin Markdown with what this generator of sites reads: title, dates, language
    #[arg(long, value_parser = one_of(GENERATORS), value_name = "GENERATOR")]
    pub front_matter: Option<FrontMatter>,

    /// Where the copies of pictures and linked files will be, for Markdown, fragments and JSON
    #[arg(long, value_name = "PREFIX")]
    pub asset_prefix: Option<AssetPrefix>,

    /// The folder to write into, from the current folder
    #[arg(long, value_name = "DIR", default_value = "out")]
    pub out: PathBuf,

    /// The workspace's folder
    #[arg(long, value_name = "DIR", default_value = ".")]
    pub root: PathBuf,

    /// Remove listed files that these memos, languages and formats make no longer; they are
    /// named otherwise. What somebody changed stays
    #[arg(long)]
    pub clean: bool,

    /// Write nothing, name what would change, and end with status 1 where something would
    #[arg(long)]
    pub check: bool,

    /// Do not release a memo with warnings either
    #[arg(long)]
    pub deny_warnings: bool,

    /// Mark missing translations as gaps, and the documents as drafts, instead of refusing
    #[arg(long)]
    pub draft: bool,

    /// How many memos to work on at once; as many as the machine has processors where absent
    #[arg(long, value_name = "N")]
    pub jobs: Option<NonZeroUsize>,

    /// Do not wait until the disk has the documents: after a power loss some may be empty
    #[arg(long)]
    pub no_sync: bool,

    /// Where to keep what lets the next run leave out what has not changed, and only saves
    /// time; in the user's folder of caches where absent
    #[arg(long, value_name = "DIR")]
    pub cache: Option<PathBuf>,

    /// Read documents that have not changed by their size and time too
    #[arg(long)]
    pub verify: bool,

    /// Write the one document that was asked for to standard output
    #[arg(long, conflicts_with_all = ["clean", "check"])]
    pub stdout: bool,
}

/// What `watch` takes: what `render` does, but for what one run alone can do.
#[derive(Debug, Args)]
#[command(
    mut_arg("stdout", |arg| arg.hide(true)),
    mut_arg("check", |arg| arg.hide(true)),
    mut_arg("paths", |arg| arg.help(
        "Memo files or folders. Every memo in memos/ where there is none"
    )),
    after_help = "\
Examples:
  bimemo watch
  bimemo watch --lang fr --format html memos/update.yaml"
)]
pub struct WatchOptions {
    /// What is rendered.
    #[command(flatten)]
    pub render: RenderOptions,
}

/// What `serve` takes.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  bimemo serve --port 0
  bimemo serve --editor 'code --goto {file}:{line}:{column}'
  curl http://127.0.0.1:8080/memos/update.fr.pdf > update.fr.pdf
  curl -H 'Accept-Language: fr' http://127.0.0.1:8080/memos/update")]
pub struct ServeOptions {
    /// The workspace's folder
    #[arg(long, value_name = "DIR", default_value = ".")]
    pub root: PathBuf,

    /// The address to listen at; whoever reaches it can read every memo
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1")]
    pub host: IpAddr,

    /// The port to listen at; 0 takes a free one
    #[arg(long, value_name = "N", default_value_t = 8080)]
    pub port: u16,

    /// A further name under which it may be asked: that of a proxy before it
    #[arg(long, value_name = "NAME")]
    pub allow_host: Vec<String>,

    /// What opens a file at the desk: a program and its words, in which {file}, {line} and
    /// {column} are filled in; no shell reads it
    #[arg(long, value_name = "CMD")]
    pub editor: Option<String>,
}

/// What `check` takes.
#[derive(Debug, Args)]
pub struct CheckOptions {
    /// Memo files or folders; `-` is standard input. Every memo in memos/ where there is none
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,

    /// The workspace's folder
    #[arg(long, value_name = "DIR", default_value = ".")]
    pub root: PathBuf,

    /// Let warnings fail the check too
    #[arg(long)]
    pub deny_warnings: bool,

    /// How many memos to work on at once; as many as the machine has processors where absent
    #[arg(long, value_name = "N")]
    pub jobs: Option<NonZeroUsize>,
}

/// What `fmt` takes.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  bimemo fmt                            all memos, letterheads, locales, settings, directory
  bimemo fmt --check memos/             what would change in memos/, as a diff
  bimemo fmt - < update.yaml            one memo, to standard output

Exit status: 0 nothing is left to fix, 1 with --check something would change, or a file has
errors, 2 the command could not do its work.")]
pub struct FmtOptions {
    /// Memos, letterheads, directory.yaml, bimemo.yaml, .ftl files or folders; `-` is a memo on
    /// standard input. All of the workspace where there is none
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,

    /// The workspace's folder
    #[arg(long, value_name = "DIR", default_value = ".")]
    pub root: PathBuf,

    /// Write nothing, print a diff of what would change, and name what changes documents
    #[arg(long)]
    pub check: bool,
}

/// What can be done with the Fluent resources.
#[derive(Debug, Subcommand)]
pub enum LocaleCommand {
    /// Report what is wrong with the words in locales/ and beside the memos
    ///
    /// Each `.ftl` file by itself, and the English against the French: messages that are
    /// missing, variables, selectors, markup, numbers, punctuation, typography, the
    /// glossary, messages that nothing uses. `bimemo check` reports the same, and the
    /// memos too. Findings go to standard output. Nothing is written.
    Check(LocaleCheckOptions),
}

/// What `locale check` takes.
#[derive(Debug, Args)]
#[command(after_help = "\
A comment above a message silences a rule there, with a reason:
  # bimemo-ignore L073: the English mark is an abbreviation
One with ## is about the messages of its group, one with ### about the whole file.
What could not be read, or leads nowhere, cannot be silenced.

The same comments say what was reviewed, for the counts at the end:
  # reviewed: 2026-04-01")]
pub struct LocaleCheckOptions {
    /// The workspace's folder
    #[arg(long, value_name = "DIR", default_value = ".")]
    pub root: PathBuf,

    /// Let warnings fail the check too
    #[arg(long)]
    pub deny_warnings: bool,
}

/// What `explain` takes.
#[derive(Debug, Args)]
pub struct ExplainOptions {
    /// A code (Y010) or a name (unknown-key)
    #[arg(value_name = "CODE", required_unless_present = "all")]
    pub code: Option<String>,

    /// Print every page
    #[arg(long, conflicts_with = "code")]
    pub all: bool,
}

/// How findings are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum OutputFormat {
    /// With the lines of the source, for people
    #[default]
    Human,
    /// One line each
    Concise,
    /// One JSON object a line
    Json,
    /// SARIF 2.1.0
    Sarif,
    /// GitHub workflow annotations
    Github,
}

impl OutputFormat {
    /// Whether a machine reads it, and nothing beside it.
    pub const fn is_for_machines(self) -> bool {
        matches!(
            self,
            OutputFormat::Json | OutputFormat::Sarif | OutputFormat::Github
        )
    }
}

/// Names on the command line: what help says of each, and what it stands for.
pub type Names<T> = [(&'static str, &'static str, T)];

pub const LANGS: &Names<Lang> = &[("en", "English", Lang::En), ("fr", "French", Lang::Fr)];

const FORMATS: &Names<Format> = &[
    ("md", "Markdown", Format::Markdown),
    ("html", "HTML, one file with everything in it", Format::Html),
    ("pdf", "PDF, tagged and archival", Format::Pdf),
    (
        "fragment",
        "The article of a page for a CMS, without a style",
        Format::Fragment,
    ),
    ("json", "The document as data", Format::Json),
];

const GENERATORS: &Names<FrontMatter> = &[
    ("hugo", "Hugo, in TOML", FrontMatter::Hugo),
    ("zola", "Zola, in TOML", FrontMatter::Zola),
    ("quarto", "Quarto, in YAML", FrontMatter::Quarto),
    ("jekyll", "Jekyll, in YAML", FrontMatter::Jekyll),
];

const LAYOUTS: &Names<Layout> = &[
    (
        "separate",
        "One document for each language",
        Layout::Separate,
    ),
    (
        "parallel",
        "One document with English and French side by side",
        Layout::Parallel,
    ),
];

/// Reads one of these names.
pub fn one_of<T: Copy + Send + Sync + 'static>(
    names: &'static Names<T>,
) -> impl TypedValueParser<Value = T> {
    let values = names
        .iter()
        .map(|(name, help, _)| PossibleValue::new(*name).help(*help));
    PossibleValuesParser::new(values).try_map(|written| {
        let found = names.iter().find(|(name, ..)| *name == written);
        found.map(|(.., value)| *value).ok_or("no such name")
    })
}
