//! Reads style sheets: the rules with their selectors, and the tokens of their values.

use std::collections::BTreeSet;

use cssparser::{Delimiter, ParseError, Parser, ParserInput, Token};

/// A style sheet.
#[derive(Debug, Default)]
pub(crate) struct Sheet {
    /// The selectors that stand alone: one compound, in no other rule and not for print.
    pub(crate) subjects: Vec<Subject>,
    /// The colours that are written in values.
    pub(crate) colours: Vec<Colour>,
}

/// The classes of a selector without combinators.
#[derive(Debug)]
pub(crate) struct Subject {
    pub(crate) classes: BTreeSet<String>,
    pub(crate) line: usize,
}

/// A colour that is written out.
#[derive(Debug)]
pub(crate) struct Colour {
    pub(crate) text: String,
    pub(crate) line: usize,
}

/// Functions that write a colour by its numbers. `color-mix()` is none of them.
pub(crate) const COLOUR_FUNCTIONS: [&str; 11] =
    ["rgb", "rgba", "hsl", "hsla", "hwb", "lab", "lch", "oklab", "oklch", "color", "device-cmyk"];

impl Sheet {
    /// Reads a sheet; what no browser could read is passed over as browsers do.
    pub(crate) fn parse(text: &str) -> Self {
        let mut sheet = Self::default();
        let mut input = ParserInput::new(text);
        sheet.block(&mut Parser::new(&mut input), true);
        sheet
    }

    /// Reads statements: declarations, and rules with a block. `alone`: the block is in no other rule and not for print.
    fn block(&mut self, parser: &mut Parser<'_, '_>, alone: bool) {
        loop {
            parser.skip_whitespace();
            let (start, location) = (parser.position(), parser.current_source_location());
            let line = usize::try_from(location.line).unwrap_or(0) + 1;
            let statement: Result<(), ParseError<'_, ()>> =
                parser.parse_until_before(Delimiter::CurlyBracketBlock | Delimiter::Semicolon, |parser| {
                    while parser.next().is_ok() {}
                    Ok(())
                });
            let text = parser.slice_from(start).to_owned();
            match (statement, parser.next()) {
                (_, Ok(Token::CurlyBracketBlock)) => {
                    let is_rule = !text.starts_with('@');
                    if is_rule && alone {
                        self.selectors(&text, line);
                    }
                    let alone = alone && !is_rule && !text.starts_with("@media print");
                    let _: Result<(), ParseError<'_, ()>> = parser.parse_nested_block(|parser| {
                        self.block(parser, alone);
                        Ok(())
                    });
                }
                (_, after) => {
                    let ended = after.is_err();
                    self.declaration(&text, line);
                    if ended {
                        return;
                    }
                }
            }
        }
    }

    fn selectors(&mut self, text: &str, line: usize) {
        let mut input = ParserInput::new(text);
        let subjects = subjects(&mut Parser::new(&mut input), line);
        self.subjects.extend(subjects.into_iter().filter(|subject| !subject.classes.is_empty()));
    }

    fn declaration(&mut self, text: &str, line: usize) {
        let Some((name, value)) = text.split_once(':').filter(|(name, _)| !name.starts_with('@')) else {
            return;
        };
        let mut input = ParserInput::new(value);
        let line = line + name.matches('\n').count();
        self.value(&mut Parser::new(&mut input), line);
    }

    fn value(&mut self, parser: &mut Parser<'_, '_>, first: usize) {
        loop {
            parser.skip_whitespace();
            let line = first + usize::try_from(parser.current_source_location().line).unwrap_or(0);
            let Ok(token) = parser.next().cloned() else { return };
            let colour = match &token {
                Token::Hash(hex) | Token::IDHash(hex) if is_hex(hex) => Some(format!("#{hex}")),
                Token::Ident(name) if cssparser::color::parse_named_color(name).is_ok() => {
                    Some(name.to_string())
                }
                Token::Function(name) if COLOUR_FUNCTIONS.contains(&&**name) => Some(format!("{name}()")),
                _ => None,
            };
            let whole = colour.is_some();
            self.colours.extend(colour.map(|text| Colour { text, line }));
            if matches!(
                token,
                Token::Function(_)
                    | Token::ParenthesisBlock
                    | Token::SquareBracketBlock
                    | Token::CurlyBracketBlock
            ) {
                let _: Result<(), ParseError<'_, ()>> = parser.parse_nested_block(|parser| {
                    if !whole {
                        self.value(parser, first);
                    }
                    Ok(())
                });
            }
        }
    }
}

/// Whether these are the digits of a colour.
pub(crate) fn is_hex(digits: &str) -> bool {
    [3, 4, 6, 8].contains(&digits.len()) && digits.bytes().all(|digit| digit.is_ascii_hexdigit())
}

/// The selectors of a list that have one compound; `:is()` and `:where()` stand for each of theirs.
fn subjects(parser: &mut Parser<'_, '_>, first: usize) -> Vec<Subject> {
    let mut done = Vec::new();
    let mut open = vec![BTreeSet::new()];
    let (mut started, mut ended, mut combined, mut line) = (false, false, false, first);
    loop {
        let here = first + usize::try_from(parser.current_source_location().line).unwrap_or(0);
        let Ok(token) = parser.next_including_whitespace().cloned() else { break };
        let separates = matches!(token, Token::WhiteSpace(_) | Token::Delim('>' | '+' | '~'));
        if separates {
            ended = started;
            continue;
        }
        if token == Token::Comma {
            close(&mut done, &mut open, combined, line);
            (started, ended, combined) = (false, false, false);
            continue;
        }
        combined |= std::mem::take(&mut ended);
        started = true;
        line = here;
        match token {
            Token::Delim('.') => {
                if let Ok(class) = parser.expect_ident().map(ToString::to_string) {
                    open.iter_mut().for_each(|compound| {
                        compound.insert(class.clone());
                    });
                }
            }
            Token::Function(name) => {
                let inner = nested(parser, first);
                if ["is", "where"].contains(&&*name) && !inner.is_empty() {
                    open = inner
                        .iter()
                        .flat_map(|inner| open.iter().map(|outer| outer | &inner.classes))
                        .collect();
                }
            }
            Token::ParenthesisBlock | Token::SquareBracketBlock => drop(nested(parser, first)),
            _ => {}
        }
    }
    close(&mut done, &mut open, combined, line);
    done
}

fn nested(parser: &mut Parser<'_, '_>, first: usize) -> Vec<Subject> {
    let inner: Result<_, ParseError<'_, ()>> =
        parser.parse_nested_block(|parser| Ok(subjects(parser, first)));
    inner.unwrap_or_default()
}

fn close(done: &mut Vec<Subject>, open: &mut Vec<BTreeSet<String>>, combined: bool, line: usize) {
    let compounds = std::mem::replace(open, vec![BTreeSet::new()]);
    if combined {
        return;
    }
    done.extend(compounds.into_iter().map(|classes| Subject { classes, line }));
}
