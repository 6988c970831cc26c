//! Parses a Rust file and collects the facts that the rules need.

use proc_macro2::{Delimiter, Spacing, Span, TokenStream, TokenTree};
use syn::visit::{self, Visit};
use syn::{Attribute, ImplItem, Item, Signature, TraitItem, UseTree};

use super::attributes::{doc_comment, is_test, of_item, path};
use super::source::{Binding, Child, Function, Noted, Path, Scope, Source, Use};

/// Reads a Rust file.
///
/// # Errors
/// A text that is no Rust.
pub(crate) fn read(text: &str) -> syn::Result<Source> {
    let file = syn::parse_file(text)?;
    let mut reader = Reader::default();
    reader.visit_file(&file);
    Ok(Source { scope: reader.scope, ..reader.source })
}

/// Collects what the rules need in one walk over the file.
#[derive(Default)]
struct Reader {
    source: Source,
    scope: Scope,
    /// How many of the items around are for tests alone.
    tests: usize,
    /// The last line of the doc comment that is being read.
    doc: usize,
}

impl Reader {
    /// Reads an item; paths, texts and types of those for tests alone are left out.
    fn within<T>(&mut self, attributes: &[Attribute], item: T, read: impl FnOnce(&mut Self, T)) {
        let test = usize::from(is_test(attributes));
        self.tests += test;
        read(self, item);
        self.tests -= test;
    }

    fn path(&mut self, segments: Vec<String>, line: usize) {
        if self.tests == 0 {
            self.scope.paths.push(Path { segments, line });
        }
    }

    fn text(&mut self, text: String, span: Span) {
        if self.tests == 0 {
            self.source.texts.push(Noted { text, line: line(span) });
        }
    }

    fn function(&mut self, signature: &Signature, end: Span) {
        let first = line(signature.fn_token.span);
        let lines = end.end().line + 1 - first;
        self.source.functions.push(Function { name: signature.ident.to_string(), line: first, lines });
    }

    fn import(&mut self, before: &[String], tree: &UseTree, public: bool) {
        let with = |name: &syn::Ident| [before, &[name.to_string()]].concat();
        let (segments, binding, span) = match tree {
            UseTree::Path(path) => return self.import(&with(&path.ident), &path.tree, public),
            UseTree::Group(group) => {
                return group.items.iter().for_each(|tree| self.import(before, tree, public));
            }
            UseTree::Glob(glob) => (before.to_vec(), Binding::Glob, glob.star_token.span),
            UseTree::Name(name) if name.ident == "self" => {
                let last = before.last().cloned().unwrap_or_default();
                (before.to_vec(), Binding::Name(last), name.ident.span())
            }
            UseTree::Name(name) => {
                (with(&name.ident), Binding::Name(name.ident.to_string()), name.ident.span())
            }
            UseTree::Rename(rename) => {
                let binding = match rename.rename.to_string().as_str() {
                    "_" => Binding::Nothing,
                    name => Binding::Name(name.to_owned()),
                };
                let segments = if rename.ident == "self" { before.to_vec() } else { with(&rename.ident) };
                (segments, binding, rename.ident.span())
            }
        };
        self.scope.uses.push(Use { path: Path { segments, line: line(span) }, binding, public });
    }

    /// Reads the paths and texts inside a macro, as far as its tokens show them.
    fn tokens(&mut self, tokens: TokenStream) {
        let mut tokens = tokens.into_iter().peekable();
        let mut path = Path { segments: Vec::new(), line: 0 };
        let mut joined = false;
        while let Some(token) = tokens.next() {
            match token {
                TokenTree::Ident(ident) => {
                    if !joined {
                        self.flush(&mut path);
                        path.line = line(ident.span());
                    }
                    path.segments.push(ident.to_string());
                    joined = false;
                    continue;
                }
                TokenTree::Punct(colon) if colon.as_char() == ':' && colon.spacing() == Spacing::Joint => {
                    let second =
                        |token: &TokenTree| matches!(token, TokenTree::Punct(next) if next.as_char() == ':');
                    if tokens.next_if(second).is_some() && !path.segments.is_empty() {
                        joined = true;
                        continue;
                    }
                }
                TokenTree::Punct(hash) if hash.as_char() == '#' => {
                    // An attribute; its doc comment is none of the program's texts.
                    let attribute = |token: &TokenTree| matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Bracket);
                    let _ = tokens.next_if(attribute);
                }
                TokenTree::Punct(_) => {}
                TokenTree::Literal(literal) => self.text(literal.to_string(), literal.span()),
                TokenTree::Group(group) => self.tokens(group.stream()),
            }
            self.flush(&mut path);
            joined = false;
        }
        self.flush(&mut path);
    }

    fn flush(&mut self, path: &mut Path) {
        if !path.segments.is_empty() {
            self.path(std::mem::take(&mut path.segments), path.line);
        }
    }

    fn module(&mut self, module: &syn::ItemMod) {
        let inline = module.content.as_ref().map(|(_, items)| {
            let around = std::mem::take(&mut self.scope);
            items.iter().for_each(|item| self.visit_item(item));
            std::mem::replace(&mut self.scope, around)
        });
        let (name, path) = (module.ident.to_string(), module.attrs.iter().find_map(path));
        self.scope.children.push(Child { name, path, inline, test: self.tests > 0 });
    }

    fn define(&mut self, item: &Item) {
        let (name, is_type) = match item {
            Item::Const(item) => (&item.ident, false),
            Item::Enum(item) => (&item.ident, true),
            Item::Fn(item) => (&item.sig.ident, false),
            Item::Macro(syn::ItemMacro { ident: Some(name), .. }) => (name, false),
            Item::Static(item) => (&item.ident, false),
            Item::Struct(item) => (&item.ident, true),
            Item::Trait(item) => (&item.ident, true),
            Item::TraitAlias(item) => (&item.ident, false),
            Item::Type(item) => (&item.ident, false),
            Item::Union(item) => (&item.ident, true),
            _ => return,
        };
        self.scope.names.insert(name.to_string());
        if is_type && self.tests == 0 {
            self.source.types.push(Noted { text: name.to_string(), line: line(name.span()) });
        }
    }
}

impl<'ast> Visit<'ast> for Reader {
    fn visit_item(&mut self, item: &'ast Item) {
        self.within(of_item(item), item, |reader, item| {
            reader.define(item);
            visit::visit_item(reader, item);
        });
    }

    fn visit_impl_item(&mut self, item: &'ast ImplItem) {
        let attributes: &[Attribute] = if let ImplItem::Fn(function) = item { &function.attrs } else { &[] };
        self.within(attributes, item, visit::visit_impl_item);
    }

    fn visit_item_mod(&mut self, module: &'ast syn::ItemMod) {
        module.attrs.iter().for_each(|attribute| self.visit_attribute(attribute));
        self.module(module);
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        if self.tests == 0 {
            let before = if item.leading_colon.is_some() { vec![String::new()] } else { Vec::new() };
            self.import(&before, &item.tree, !matches!(item.vis, syn::Visibility::Inherited));
        }
    }

    fn visit_item_fn(&mut self, function: &'ast syn::ItemFn) {
        self.function(&function.sig, function.block.brace_token.span.close());
        visit::visit_item_fn(self, function);
    }

    fn visit_impl_item_fn(&mut self, function: &'ast syn::ImplItemFn) {
        self.function(&function.sig, function.block.brace_token.span.close());
        visit::visit_impl_item_fn(self, function);
    }

    fn visit_trait_item(&mut self, item: &'ast TraitItem) {
        if let TraitItem::Fn(syn::TraitItemFn { sig, default: Some(block), .. }) = item {
            self.function(sig, block.brace_token.span.close());
        }
        visit::visit_trait_item(self, item);
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let root = path.leading_colon.as_ref().map(|_| String::new());
        let names = path.segments.iter().map(|segment| segment.ident.to_string());
        let first = path.segments.first().map_or(0, |segment| line(segment.ident.span()));
        self.path(root.into_iter().chain(names).collect(), first);
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        self.visit_path(&call.path);
        self.tokens(call.tokens.clone());
    }

    fn visit_lit_str(&mut self, literal: &'ast syn::LitStr) {
        self.text(literal.token().to_string(), literal.span());
    }

    fn visit_visibility(&mut self, _: &'ast syn::Visibility) {}

    fn visit_attribute(&mut self, attribute: &'ast Attribute) {
        let Some(text) = doc_comment(attribute) else { return };
        let first = line(attribute.pound_token.span);
        if first != self.doc + 1 && self.tests == 0 {
            self.source.docs.push(Noted { text: text.trim().to_owned(), line: first });
        }
        self.doc = first;
    }
}

/// The first line of a span.
fn line(span: Span) -> usize {
    span.start().line
}
