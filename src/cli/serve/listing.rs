//! `/manifest.json`: what a run would write that renders every memo into an empty folder.

use super::deliver::Representation;
use super::sets::{Set, Wish};
use super::shelf::{Entry, Shelf};
use super::site::Site;
use bimemo::press::manifest::{
    AssetEntry, DocumentEntry, Manifest, ManifestMerge, ManifestUpdate, RefusedMemo, RunScope,
};
use bimemo::press::{self, Format, Options, Release};
use std::sync::Arc;

/// What the manifest says of one memo.
pub struct Listing {
    documents: Vec<DocumentEntry>,
    assets: Vec<AssetEntry>,
    refused: Option<RefusedMemo>,
}

impl Listing {
    fn of(entry: &Entry, set: &Set) -> Listing {
        let is_document = |path: &str| set.documents.iter().any(|it| it.path == path);
        let assets = set.files.iter().filter(|(path, _)| !is_document(path));
        let refused = || {
            let stops = |it: &&_| press::stops(std::slice::from_ref(*it), Release::Final);
            let stopping = set.findings.iter().filter(stops);
            let mut codes: Vec<String> = stopping.map(|it| it.code.id.to_owned()).collect();
            codes.sort();
            codes.dedup();
            RefusedMemo {
                memo: entry.memo.path.clone(),
                id: entry.memo.stem.clone(),
                codes,
                kept: Vec::new(),
            }
        };
        Listing {
            documents: set.documents.clone(),
            assets: assets
                .map(|(path, file)| AssetEntry::of(path, file.bytes()))
                .collect(),
            refused: (!set.released).then(refused),
        }
    }
}

/// The manifest of the workspace as it stands. It takes every document: those who ask wait for
/// one another.
pub fn manifest<'s>(site: &Site, shelf: &'s Arc<Shelf>) -> &'s Representation {
    shelf.manifest.get_or_init(|| {
        let names: Vec<String> = shelf.memos.keys().cloned().collect();
        site.each(shelf, &names, |entry| {
            list(site, shelf, entry);
        });
        let listings: Vec<&Listing> = shelf
            .memos
            .values()
            .map(|entry| list(site, shelf, entry))
            .collect();
        let options = Options::default();
        let released = shelf.memos.values().zip(&listings);
        let released = released.filter(|(_, listing)| listing.refused.is_none());
        let scope = RunScope {
            released: released.map(|(entry, _)| entry.memo.path.clone()).collect(),
            is_gone: &|_| false,
            is_whole: true,
            langs: options.lang_tags().into_iter().collect(),
            formats: options.formats.iter().map(|format| format.id()).collect(),
        };
        let all = || listings.iter();
        let update = ManifestUpdate {
            documents: all().flat_map(|it| it.documents.clone()).collect(),
            assets: all().flat_map(|it| it.assets.clone()).collect(),
            refused: all().filter_map(|it| it.refused.clone()).collect(),
            scope,
            exists: &|_| false,
        };
        let (merge, _) = ManifestMerge::new(Manifest::default(), update);
        Representation::new(merge.finish().to_json().into_bytes(), "application/json")
    })
}

fn list<'e>(site: &Site, shelf: &Shelf, entry: &'e Entry) -> &'e Listing {
    entry.listing.get_or_init(|| {
        let set = site.store.set(shelf, entry, &Wish::released(Format::Html));
        Listing::of(entry, &set)
    })
}
