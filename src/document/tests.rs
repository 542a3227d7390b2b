//! What the tests of this room and of templates stand on: the repository's own
//! locales, letterheads and templates, and memos from text.

use super::{Document, Files, Surroundings, build_document};
use crate::diagnostic::{Codes, Diagnostic};
use crate::lang::{Both, Lang};
use crate::language::typography::Mender;
use crate::locale::{Args, Layer, Locales, Resource};
use crate::memo::yaml::Places;
use crate::memo::{
    Directory, Letterhead, Settings, parse_directory, parse_letterhead, parse_memo, parse_settings,
};
use crate::source::SourceFile;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The repository's folder.
pub(crate) fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The files below a folder of the repository, sorted.
pub(crate) fn files_below(folder: &str) -> Vec<PathBuf> {
    let mut folders = vec![repository().join(folder)];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                files.push(path);
            }
        }
    }
    files.sort();
    files
}

/// A file of the repository, named by its path there.
pub(crate) fn source(path: &Path) -> Arc<SourceFile> {
    let name = path.strip_prefix(repository()).unwrap();
    SourceFile::new(
        name.to_string_lossy(),
        std::fs::read_to_string(path).unwrap(),
    )
}

/// A workspace for tests.
pub(crate) struct Stage {
    pub locales: Locales,
    pub letterheads: BTreeMap<String, Letterhead>,
    pub settings: Settings,
    pub directory: Directory,
    pub places: Places,
    pub menders: Both<Mender>,
}

impl Files for Stage {
    fn exists(&self, path: &str) -> bool {
        repository().join(path).is_file()
    }
    fn candidates(&self, _: &str) -> Vec<String> {
        vec!["memos/images/files-moved-en.png".to_owned()]
    }
}

impl Stage {
    /// The repository's own locales and letterheads, and further messages.
    pub fn new(more: &[(Lang, &str)]) -> Stage {
        let mut resources = Vec::new();
        for lang in Lang::ALL {
            for path in files_below(&format!("locales/{lang}")) {
                resources.push(Resource {
                    lang,
                    file: source(&path),
                    layer: Layer::Embedded,
                });
            }
        }
        for (lang, text) in more {
            resources.push(Resource {
                lang: *lang,
                file: SourceFile::new(format!("locales/{lang}/own.ftl"), *text),
                layer: Layer::Workspace,
            });
        }
        let (locales, faults) = Locales::load(resources);
        assert_eq!(faults, []);
        let letterheads = files_below("templates/letterheads")
            .into_iter()
            .filter(|path| path.extension().is_some_and(|end| end == "yaml"))
            .map(|path| {
                let (letterhead, faults) = parse_letterhead(&source(&path));
                assert_eq!(faults, []);
                let stem = path.file_stem().unwrap().to_string_lossy().into_owned();
                (stem, letterhead)
            })
            .collect();
        Stage {
            locales,
            letterheads,
            settings: Settings::empty(SourceFile::new("bimemo.yaml", "")),
            directory: Directory::default(),
            places: Places::default(),
            menders: Both::of(Mender::new),
        }
    }

    /// The repository as a workspace, with its settings and its directory.
    pub fn of_examples() -> Stage {
        let (settings, faults) = parse_settings(
            &source(&repository().join("bimemo.yaml")),
            &Codes::default(),
        );
        assert_eq!(faults, []);
        let (directory, faults) = parse_directory(&source(&repository().join("directory.yaml")));
        assert_eq!(faults, []);
        Stage {
            settings,
            directory,
            ..Stage::new(&[])
        }
    }

    /// The document of a memo's file.
    pub fn build(
        &self,
        file: &Arc<SourceFile>,
        lang: Lang,
        draft: bool,
    ) -> (Document, Vec<Diagnostic>) {
        let stem = file
            .path()
            .rsplit('/')
            .next()
            .unwrap()
            .trim_end_matches(".yaml");
        let (memo, faults) = parse_memo(file, stem, &Codes::default());
        assert_eq!(faults, []);
        let mut memo = memo.unwrap();
        assert_eq!(self.directory.complete(&mut memo), []);
        let own = |lang: Lang| {
            let path = repository().join(format!("memos/{stem}.{lang}.ftl"));
            path.is_file().then(|| source(&path))
        };
        let (locales, faults) = self
            .locales
            .for_memo(own(Lang::En), own(Lang::Fr), &Args::new());
        assert_eq!(faults, []);
        let around = Surroundings {
            locales: &locales,
            places: &self.places,
            files: self,
            settings: &self.settings,
            organizations: &self.directory.organizations,
            letterheads: &self.letterheads,
            successor: &Both::default(),
            menders: &self.menders,
        };
        build_document(&memo, lang, &around, draft)
    }

    /// The document of a memo written out; nothing may be wrong with it.
    pub fn memo(&self, yaml: &str, lang: Lang) -> Document {
        let (document, findings) =
            self.build(&SourceFile::new("memos/test.yaml", yaml), lang, false);
        assert_eq!(findings, []);
        document
    }

    /// What is wrong with a memo in a language.
    pub fn findings(&self, yaml: &str, lang: Lang) -> Vec<Diagnostic> {
        self.build(&SourceFile::new("memos/test.yaml", yaml), lang, false)
            .1
    }
}

/// The example memos.
pub(crate) fn examples() -> Vec<Arc<SourceFile>> {
    files_below("memos")
        .iter()
        .filter(|path| path.extension().is_some_and(|end| end == "yaml"))
        .map(|path| source(path))
        .collect()
}
