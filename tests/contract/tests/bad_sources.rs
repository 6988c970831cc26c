//! Every rule of the check: one mutation of the fixture each, with the exact words and place of the answer.

use std::fs;
use std::path::{Path, PathBuf};

use wsis_cli::data::DataOptions;

use crate::support::{empty_folder, fixture_sources};

/// A change to one file and what is told about it, each as `file:line: problem`.
struct Case {
    file: &'static str,
    from: &'static str,
    to: &'static str,
    told: &'static [&'static str],
}

const fn case(
    file: &'static str,
    from: &'static str,
    to: &'static str,
    told: &'static [&'static str],
) -> Case {
    Case { file, from, to, told }
}

const PROJECTS: &str = "projects.csv";
const LINKS: &str = "links.csv";
const INITIATIVES: &str = "initiatives.csv";
const PUBLIC_GOODS: &str = "digital-public-goods.csv";
const STATEMENTS: &str = "goal-statements.csv";
const VOCABULARY: &str = "vocabulary.csv";
const RATIONALES: &str = "rationales.csv";
const PASSAGES: &str = "passages.csv";
const RULES: &str = "rules.csv";
const CONFLICTS: &str = "conflicts.csv";
const SOURCES: &str = "sources.csv";
const COLLECTIONS: &str = "collections.csv";
const DUPLICATES: &str = "possible-duplicates.csv";
const TOURS: &str = "tours.csv";
const STEPS: &str = "tour-steps.csv";
const LENSES: &str = "lenses.csv";
const SECTIONS: &str = "lens-sections.csv";
const ITEMS: &str = "lens-items.csv";
const FACTS: &str = "lens-facts.csv";
const CHARTS: &str = "lens-charts.csv";
const VALUES: &str = "lens-values.csv";

const CASES: &[Case] = &[
    // What projects name.
    case(PROJECTS, "nominated,C3,", "nominated,C99,", &["projects.csv:7: unknown action line \"C99\""]),
    case(PROJECTS, "nominated,C3,", "nominated,c3,", &["projects.csv:7: unknown action line \"c3\""]),
    case(PROJECTS, "nominated,C3,", "nominated,C3;;C4,", &["projects.csv:7: lines has an empty item"]),
    case(PROJECTS, "nominated,C3,", "nominated,C3;C3,", &["projects.csv:7: lines names \"C3\" twice"]),
    case(PROJECTS, ",,4;9,", ",,4;18,", &["projects.csv:6: unknown goal \"18\""]),
    case(PROJECTS, ",,4;9,", ",,4;09,", &["projects.csv:6: unknown goal \"09\""]),
    case(PROJECTS, "civil-society,ARG,", "civil-society,XXX,", &["projects.csv:3: unknown country \"XXX\""]),
    case(PROJECTS, "ARG,AMS,2017", "ARG,MARS,2017", &["projects.csv:3: unknown region \"MARS\""]),
    case(
        PROJECTS,
        "civil-society,ARG",
        "public,ARG",
        &["projects.csv:3: unknown stakeholder type \"public\""],
    ),
    case(PROJECTS, "youth;women", "youth;cats", &["projects.csv:2: unknown target group \"cats\""]),
    case(PROJECTS, "2017,champion", "2017,second", &["projects.csv:3: unknown prize status \"second\""]),
    case(
        PROJECTS,
        "a=1&b=2,list",
        "a=1&b=2,lost",
        &[
            "projects.csv:2: states goals, and no collection of it records goals",
            "projects.csv:2: unknown collection \"lost\"",
        ],
    ),
    case(
        PROJECTS,
        ",http://example.org/,list,",
        ",http://example.org/,,",
        &["projects.csv:9: collections is missing"],
    ),
    case(
        COLLECTIONS,
        "Invented.,list,yes,yes",
        "Invented.,list,yes,no",
        &[
            "projects.csv:2: states goals, and no collection of it records goals",
            "projects.csv:5: states goals, and no collection of it records goals",
            "projects.csv:6: states goals, and no collection of it records goals",
        ],
    ),
    case(
        COLLECTIONS,
        "list,fr,",
        "list,en,",
        &["collections.csv:3: duplicate collection \"list\" in en, first in line 2"],
    ),
    case(
        COLLECTIONS,
        "Invented.,list,yes",
        "Invented.,list,maybe",
        &[
            "collections.csv:2: stocktaking \"maybe\" is neither yes nor no",
            "collections.csv:3: collection \"list\" has no English row before this one",
            "projects.csv:2: states goals, and no collection of it records goals",
            "projects.csv:5: states goals, and no collection of it records goals",
            "projects.csv:6: states goals, and no collection of it records goals",
        ],
    ),
    case(
        DUPLICATES,
        "bulk-04,bulk-06",
        "bulk-04,nobody",
        &["possible-duplicates.csv:2: unknown project \"nobody\""],
    ),
    case(
        DUPLICATES,
        "bulk-04,bulk-06",
        "bulk-04,bulk-04",
        &["possible-duplicates.csv:2: both are the same entry"],
    ),
    case(DUPLICATES, "Same title", "", &["possible-duplicates.csv:2: reason is missing"]),
    // The project's own texts.
    case(
        RATIONALES,
        "C1,16,en",
        "C1,10,en",
        &[
            "rationales.csv:2: C1 is not linked to goal 10",
            "rationales.csv:3: C1.16 has no English rationale",
        ],
    ),
    case(
        RATIONALES,
        "C1,16,fr",
        "C1,16,en",
        &["rationales.csv:3: duplicate rationale of C1.16 in en, first in line 2"],
    ),
    case(RATIONALES, "Records follow the patient.", "", &["rationales.csv:4: text is missing"]),
    case(
        RATIONALES,
        "Records follow the patient.,editorial,written",
        "Records follow the patient.,editorial,approved",
        &["rationales.csv:4: unknown review \"approved\": written, machine or reviewed"],
    ),
    case(
        RATIONALES,
        "Records follow the patient.,editorial,written",
        "Records follow the patient.,editorial,reviewed",
        &[
            "rationales.csv:4: review is \"reviewed\": only reviews.csv says so, which `wsis sheet --apply` writes",
        ],
    ),
    case(
        PASSAGES,
        "C2,covers,en",
        "C2,cover,en",
        &["passages.csv: no English covers of C2", "passages.csv:3: unknown part \"cover\""],
    ),
    case(PASSAGES, "\n,challenge", "\nC99,challenge", &["passages.csv:2: unknown action line \"C99\""]),
    case(PASSAGES, "report II.b", "", &["passages.csv:2: basis is missing"]),
    // What is known of registering, and where sources differ.
    case(RULES, "photo,field", "photo,fields", &["rules.csv:4: unknown kind \"fields\""]),
    case(RULES, "photo,field,en", "photo,field,fr", &["rules.csv: no English rule \"photo\""]),
    case(
        RULES,
        "photo,field",
        "english,field",
        &["rules.csv:4: duplicate rule \"english\" in en, first in line 2"],
    ),
    case(RULES, "Nowhere", "", &["rules.csv:4: evidence is missing"]),
    case(
        STEPS,
        "goal=9,A goal",
        "goal=99,A goal",
        &["tour-steps.csv:5: the view has goal=99, which means nothing"],
    ),
    case(STEPS, "project=declared", "project=nobody", &["tour-steps.csv:2: unknown project \"nobody\""]),
    case(
        STEPS,
        "short,2,en",
        "short,3,en",
        &["tours.csv:2: the steps of \"short\" in en are not 1, 2, 3 and so on"],
    ),
    case(
        STEPS,
        "2005=16;",
        "2005=-16;",
        &[
            "tour-steps.csv:3: \"2005=-16\" is no label=number",
            "tour-steps.csv:3: a figure has 2 to 12 values, not 1",
        ],
    ),
    case(STEPS, "% of people", "", &["tour-steps.csv:3: unit is missing"]),
    case(STEPS, ",40,", ",0,", &["tour-steps.csv:5: seconds \"0\" is not a number from 1 to 3600"]),
    case(
        TOURS,
        "short,fr,Un tour court,Pour les pressés.,machine\n",
        "",
        &["tour-steps.csv: steps of \"short\" in fr, which tours.csv does not have"],
    ),
    case(
        TOURS,
        "other,en",
        "other,es",
        &[
            "tour-steps.csv: steps of \"other\" in en, which tours.csv does not have",
            "tours.csv: no English tour \"other\"",
        ],
    ),
    case(CONFLICTS, "In 2004.", "", &["conflicts.csv:4: neither report nor elsewhere says anything"]),
    case(CONFLICTS, "Twelve.,A page", "Twelve.,", &["conflicts.csv:2: evidence is missing"]),
    case(
        CONFLICTS,
        "Twelve.,A page,yes",
        "Twelve.,A page,maybe",
        &["conflicts.csv:2: differs \"maybe\" is neither yes nor no"],
    ),
    // The form of what projects say.
    case(
        PROJECTS,
        "several,\"Three",
        "Several!,\"Three",
        &["projects.csv:3: ill-formed id \"Several!\": 1 to 64 of a-z, 0-9 and -, the first not a -"],
    ),
    case(
        PROJECTS,
        "\nspanish,",
        "\nseveral,",
        &["projects.csv:7: duplicate id \"several\", first in projects.csv:3"],
    ),
    case(PROJECTS, "spanish,Educación para todos: ¡ya!", "spanish,", &["projects.csv:7: title is missing"]),
    case(
        PROJECTS,
        "¡ya!,es",
        "¡ya!,español",
        &["projects.csv:7: unknown language \"español\": not a tag such as en or pt-BR; und for unknown"],
    ),
    case(
        PROJECTS,
        "¡ya!,es",
        "¡ya!,",
        &["projects.csv:7: unknown language \"\": not a tag such as en or pt-BR; und for unknown"],
    ),
    case(PROJECTS, "AMS,2014", "AMS,1989", &["projects.csv:7: \"1989\" is not a year from 1990 to 2100"]),
    case(PROJECTS, "AMS,2014", "AMS,2101", &["projects.csv:7: \"2101\" is not a year from 1990 to 2100"]),
    case(
        PROJECTS,
        "AMS,2014",
        "AMS,in 2014",
        &["projects.csv:7: \"in 2014\" is not a year from 1990 to 2100"],
    ),
    case(
        PROJECTS,
        "http://example.org/,list",
        "javascript:alert(1),list",
        &["projects.csv:9: page \"javascript:alert(1)\" is not an http or https address"],
    ),
    case(
        PROJECTS,
        "http://example.org/,list",
        "//example.org/,list",
        &["projects.csv:9: page \"//example.org/\" is not an http or https address"],
    ),
    // The form of the files.
    case(
        PROJECTS,
        "targetGroups,page",
        "targetGroups,homepage",
        &["projects.csv:1: unknown column \"homepage\"", "projects.csv:1: column \"page\" is missing"],
    ),
    case(
        LINKS,
        "lists,note",
        "lists,lists",
        &["links.csv:1: column \"lists\" stands twice", "links.csv:1: column \"note\" is missing"],
    ),
    case(LINKS, "C1,16,16.6,app,4,", "C1,16,16.6,app,4", &["links.csv:2: 5 fields instead of 6"]),
    case(LINKS, "C1,16,16.6,app,4,", "C1,16,16.6,app,4,a,b", &["links.csv:2: 7 fields instead of 6"]),
    case(LINKS, "C1,16,16.6,app,4,", "\r\n\r\nC1,16,16.6,lost,4,", &["links.csv:4: unknown source \"lost\""]),
    case(LINKS, "In two lists", "\"In two lists", &["links.csv: a quotation mark without its partner"]),
    // Links.
    case(LINKS, "C11,17", "C12,17", &["links.csv:9: unknown action line \"C12\""]),
    case(
        LINKS,
        "C11,17,17.6",
        "C7,17,17.6",
        &["links.csv:9: links name an e-application of C7, not C7 itself"],
    ),
    case(LINKS, "C11,17,17.6", "C11,18,", &["links.csv:9: unknown goal \"18\""]),
    case(LINKS, "C11,17,17.6", "C11,17,17.18", &["links.csv:9: unknown target \"17.18\""]),
    case(LINKS, "C11,17,17.6", "C11,17,17", &["links.csv:9: \"17\" is not a target code such as 9.1 or 9.c"]),
    case(LINKS, "C11,17,17.6", "C11,17,16.6", &["links.csv:9: target \"16.6\" belongs to goal 16, not 17"]),
    case(LINKS, "9.c;9.1", "9.c;9.c", &["links.csv:4: targets names \"9.c\" twice"]),
    case(
        LINKS,
        "C2,9,",
        "C2,1,",
        &[
            "links.csv:4: duplicate link C2.1, first in line 3",
            "links.csv:4: target \"9.1\" belongs to goal 9, not 1",
            "links.csv:4: target \"9.c\" belongs to goal 9, not 1",
        ],
    ),
    case(LINKS, "17.6,app,1", "17.6,app,0", &["links.csv:9: lists is \"0\", not 1 to 4"]),
    case(LINKS, "17.6,app,1", "17.6,app,5", &["links.csv:9: lists is \"5\", not 1 to 4"]),
    case(LINKS, "17.6,app,1", "17.6,apps,1", &["links.csv:9: unknown source \"apps\""]),
    // Statements.
    case(
        STATEMENTS,
        "declared,13",
        "declared,4",
        &["goal-statements.csv:4: project \"declared\" does not declare goal 4"],
    ),
    case(STATEMENTS, "declared,13", "nobody,13", &["goal-statements.csv:4: unknown project \"nobody\""]),
    case(STATEMENTS, "declared,13", "declared,99", &["goal-statements.csv:4: unknown goal \"99\""]),
    case(
        STATEMENTS,
        "declared,13,fr",
        "declared,9,fr",
        &["goal-statements.csv:4: duplicate statement of \"declared\" on goal 9, first in line 2"],
    ),
    case(
        STATEMENTS,
        "13,fr",
        "13,f",
        &["goal-statements.csv:4: unknown language \"f\": not a tag such as en or pt-BR; und for unknown"],
    ),
    case(STATEMENTS, "Elle économise l’énergie.", "", &["goal-statements.csv:4: statement is missing"]),
    // Entries that were taken out.
    case(
        "withdrawn.csv",
        "gone,",
        "several,",
        &["withdrawn.csv:2: duplicate id \"several\", first in projects.csv:3"],
    ),
    case(
        "withdrawn.csv",
        "2020-05-01",
        "2020-02-30",
        &["withdrawn.csv:2: \"2020-02-30\" is not a date such as 2015, 2015-03 or 2015-03-24"],
    ),
    // Initiatives.
    case(
        INITIATIVES,
        "giga-like",
        "several",
        &["initiatives.csv:2: duplicate id \"several\", first in projects.csv:3"],
    ),
    case(INITIATIVES, "Another one", " ", &["initiatives.csv:3: name is missing"]),
    case(INITIATIVES, "A text.", "", &["initiatives.csv:3: text is missing"]),
    case(
        INITIATIVES,
        "Another one,programme",
        "Another one,party",
        &["initiatives.csv:3: unknown entry kind \"party\""],
    ),
    case(INITIATIVES, "C2=section", "C5=section", &["initiatives.csv:2: lines ties \"C5\" twice"]),
    case(INITIATIVES, "C2=section", "C0=section", &["initiatives.csv:2: unknown action line \"C0\""]),
    case(
        INITIATIVES,
        "C2=section",
        "C2",
        &["initiatives.csv:2: \"C2\" does not say =stated, =section, =collective or =subject"],
    ),
    case(INITIATIVES, "4=stated;", "0=stated;", &["initiatives.csv:3: unknown goal \"0\""]),
    case(INITIATIVES, ",BFA,2030", ",ZZZ,2030", &["initiatives.csv:2: unknown country \"ZZZ\""]),
    case(INITIATIVES, ",BFA,2030", ",BFA,30", &["initiatives.csv:2: \"30\" is not a year from 1990 to 2100"]),
    case(
        INITIATIVES,
        "A text.,III.1,,report,written",
        "A text.,III.1,,report,perfect",
        &["initiatives.csv:3: unknown review \"perfect\": written, machine or reviewed"],
    ),
    case(
        INITIATIVES,
        "A text.,III.1,,report,written",
        "A text.,III.1,,lost,written",
        &["initiatives.csv:3: unknown source \"lost\""],
    ),
    // Digital public goods, and years of the prizes.
    case(
        PUBLIC_GOODS,
        "good-one",
        "giga-like",
        &["digital-public-goods.csv:2: duplicate id \"giga-like\", first in initiatives.csv:2"],
    ),
    case(PUBLIC_GOODS, "Open lessons", "", &["digital-public-goods.csv:3: name is missing"]),
    case(PUBLIC_GOODS, "4;9", "", &["digital-public-goods.csv:2: goals is missing"]),
    case(PUBLIC_GOODS, "4;9", "4;18", &["digital-public-goods.csv:2: unknown goal \"18\""]),
    case(
        PUBLIC_GOODS,
        "software;data",
        "software;magic",
        &[
            "digital-public-goods.csv:2: unknown kind of public good \"magic\": software, content, data, model or standard",
        ],
    ),
    case(
        PUBLIC_GOODS,
        "https://example.org/record/map",
        "javascript:alert(1)",
        &["digital-public-goods.csv:2: record \"javascript:alert(1)\" is not an http or https address"],
    ),
    case(
        PUBLIC_GOODS,
        "lessons,goods",
        "lessons,lost",
        &["digital-public-goods.csv:3: unknown source \"lost\""],
    ),
    case("prize-years.csv", "18", "many", &["prize-years.csv:2: winners \"many\" is not a number"]),
    case("prize-years.csv", "18", "", &["prize-years.csv:2: neither winners nor champions"]),
    case("prize-years.csv", "A press release", "", &["prize-years.csv:2: evidence is missing"]),
    // Lines, goals and targets.
    case(
        "lines.csv",
        "C6,,",
        "C66,,",
        &["lines.csv: no row for action line C6", "lines.csv:7: unknown action line \"C66\""],
    ),
    case(
        "lines.csv",
        "C6,,",
        "C5,,",
        &[
            "lines.csv: no row for action line C6",
            "lines.csv:7: duplicate action line \"C5\", first in line 6",
        ],
    ),
    case("lines.csv", "C7-EGOV,C7,", "C7-EGOV,,", &["lines.csv:9: parent of C7-EGOV is \"\", should be C7"]),
    case("lines.csv", "C6,,", "C6,C7,", &["lines.csv:7: parent of C6 is \"C7\", should be none"]),
    case("line-names.csv", "Line C11,", ",", &["line-names.csv:20: name is missing"]),
    case("line-names.csv", "C11,en,", "C11,ru,", &["line-names.csv: no English name for action line C11"]),
    case("line-names.csv", "C2,fr,", "C2,de,", &["line-names.csv:21: unknown language \"de\""]),
    case(
        "line-names.csv",
        "C2,fr,",
        "C2,en,",
        &["line-names.csv:21: duplicate name of C2 in en, first in line 3"],
    ),
    case(
        "line-names.csv",
        "Line C11,official",
        "Line C11,sure",
        &["line-names.csv:20: unknown status \"sure\": official or recalled"],
    ),
    case(
        "goals.csv",
        "17,#19486a",
        "17,19486a",
        &["goals.csv:18: \"19486a\" is not a colour such as #ffffff"],
    ),
    case("goals.csv", "\n17,#19486a,report", "", &["goals.csv: no row for goal 17"]),
    case("goal-names.csv", "\n17,en,", "\n17,es,", &["goal-names.csv: no English name for goal 17"]),
    case("goal-names.csv", "9,fr,", "99,fr,", &["goal-names.csv:19: unknown goal \"99\""]),
    case("targets.csv", "2.a,en", "2.a,fr", &["targets.csv:9: target \"2.a\" has no English label"]),
    case(
        "targets.csv",
        "2.a,en",
        "2.aa,en",
        &["targets.csv:9: \"2.aa\" is not a target code such as 9.1 or 9.c"],
    ),
    case(
        "targets.csv",
        "TIC,machine",
        "TIC,robot",
        &["targets.csv:6: unknown review \"robot\": written, machine or reviewed"],
    ),
    // Sources, vocabulary, countries and the coverage sentence.
    case(
        SOURCES,
        "\nlist,",
        "\napp,Again,,x,2015,\nlist,",
        &["sources.csv:3: duplicate source \"app\", first in line 2"],
    ),
    case(
        SOURCES,
        "https://example.org/app",
        "ftp://example.org/app",
        &["sources.csv:2: address \"ftp://example.org/app\" is not an http or https address"],
    ),
    case(
        SOURCES,
        ",2015-03,",
        ",March 2015,",
        &["sources.csv:3: \"March 2015\" is not a date such as 2015, 2015-03 or 2015-03-24"],
    ),
    case(
        SOURCES,
        "2019-04-03",
        "2019-04",
        &["sources.csv: no source has a full date, such as 2015-03-24, to date the snapshot by"],
    ),
    case(SOURCES, "facts only", "", &["sources.csv:3: licence is missing"]),
    case(
        VOCABULARY,
        "region,INT",
        "planet,INT",
        &["projects.csv:4: unknown region \"INT\"", "vocabulary.csv:4: unknown list \"planet\""],
    ),
    case(
        VOCABULARY,
        "prize,submitted,",
        "prize,third,",
        &[
            "vocabulary.csv: no row for prize status \"submitted\"",
            "vocabulary.csv:10: unknown prize status \"third\"",
        ],
    ),
    case(
        VOCABULARY,
        "region,AFR,fr",
        "region,AFR,en",
        &["vocabulary.csv:16: duplicate region \"AFR\" in en, first in line 2"],
    ),
    case(VOCABULARY, "region,AMS,en", "region,AMS,es", &["vocabulary.csv:3: \"AMS\" has no English name"]),
    case(
        VOCABULARY,
        "Americas,official,report",
        "Americas,official,",
        &["vocabulary.csv:3: evidence is missing"],
    ),
    case(
        "countries.csv",
        "ARG,AR,",
        "ARG,Ar,",
        &["countries.csv:3: \"Ar\" is not an ISO 3166-1 alpha-2 code such as BF"],
    ),
    case("countries.csv", "ARG,AR,AMS", "ARG,AR,SEA", &["countries.csv:3: unknown region \"SEA\""]),
    case(
        "countries.csv",
        "Argentina,recalled",
        "Argentina,hearsay",
        &["countries.csv:3: unknown status \"hearsay\": official or recalled"],
    ),
    case(
        "coverage.csv",
        "en,Projects: {projects}",
        "en,Projects: {count}",
        &[
            "coverage.csv:2: text has a placeholder that does not belong there",
            "coverage.csv:2: text lacks {projects}",
        ],
    ),
    case("coverage.csv", "\nen,", "\nru,", &["coverage.csv: no row in English"]),
    case("coverage.csv", "none states its goals", "", &["coverage.csv:2: none is missing"]),
    // What the pages on the report name.
    case(
        LENSES,
        "dates,en",
        "matrix,en",
        &[
            "lens-sections.csv:4: unknown lens \"dates\"",
            "lenses.csv:4: \"matrix\" cannot be the id of a lens: it has another meaning",
            "lenses.csv:4: \"matrix\" has no section in en",
        ],
    ),
    case(
        SECTIONS,
        "timeline",
        "line",
        &["lens-sections.csv:4: unknown form \"line\": cards, table, timeline or list"],
    ),
    case(
        SECTIONS,
        "left=What is left",
        "rest=What is left",
        &["lens-sections.csv:2: no label \"left\", which the item \"aims-1\" has"],
    ),
    case(
        ITEMS,
        "2003;2005-2006",
        "2003;2006-2005",
        &["lens-items.csv:4: the years \"2006-2005\" end before they begin"],
    ),
    case(
        ITEMS,
        "2003;2005-2006",
        "",
        &["lens-sections.csv:4: the item \"dates-1\" of a timeline has no year"],
    ),
    case(ITEMS, "It met.", "", &["lens-sections.csv:4: the item \"dates-1\" says nothing"]),
    case(ITEMS, "tied-to-goal", "giga", &["lens-items.csv:2: unknown initiative \"giga\""]),
    case(ITEMS, "C2/9=stated", "C2-9=stated", &["lens-items.csv:2: \"C2-9\" is not a cell such as C2/9"]),
    case(
        ITEMS,
        "An aim with <b>marks</b>.,C2=stated",
        "An aim with <b>marks</b>.,C2=sure",
        &["lens-items.csv:2: \"C2=sure\" does not say =stated, =section, =collective or =subject"],
    ),
    case(
        ITEMS,
        "https://example.org/aims",
        "javascript:alert(1)",
        &["lens-items.csv:2: page \"javascript:alert(1)\" is not an http or https address"],
    ),
    case(
        ITEMS,
        "aims,all,aims-1,fr",
        "aims,all,aims-2,fr",
        &[
            "lens-facts.csv: facts of \"aims-1\" in fr, which lens-items.csv does not have",
            "lens-items.csv: \"aims\" has other items in fr than in English",
        ],
    ),
    case(
        FACTS,
        "en,2.6,\n",
        "en,2.6,maybe\n",
        &["lens-facts.csv:2: missing \"maybe\" is neither yes nor no"],
    ),
    case(CHARTS, "en,bars", "en,pie", &["lens-charts.csv:2: unknown form \"pie\": bars, years or lines"]),
    case(
        CHARTS,
        "en,bars,",
        "en,years,",
        &[
            "lens-charts.csv:2: \"Africa\" is not a year from 1990 to 2100",
            "lens-charts.csv:2: \"Elsewhere\" is not a year from 1990 to 2100",
        ],
    ),
    case(
        VALUES,
        "en,Report,Africa,14.1",
        "en,Report,Africa,14,1",
        &["lens-values.csv:2: 9 fields instead of 8"],
    ),
    case(
        VALUES,
        "en,Report,Africa,14.1",
        "en,Report,Africa,-14.1",
        &["lens-values.csv:2: value \"-14.1\" is not a number"],
    ),
    case(
        VALUES,
        "en,Report,Africa,14.1,over",
        "en,Report,Africa,14.1,above",
        &["lens-values.csv:2: unknown qualifier \"above\": over, nearly or about"],
    ),
    case(
        VALUES,
        "en,Report,Elsewhere,,,,None is given.",
        "en,Report,Elsewhere,,,,",
        &["lens-values.csv:3: neither a value nor a note that says why there is none"],
    ),
    case(
        VALUES,
        "en,Report,Africa,14.1,over,region=AFR",
        "en,Report,Africa,14.1,over,colour=red",
        &[
            "lens-values.csv:2: \"colour=red\" is no condition such as region=AFR: region, stakeholder, prize or year",
        ],
    ),
];

#[test]
fn every_rule_tells_its_file_and_line() {
    for case in CASES {
        let folder = copy_of_fixture("one-problem");
        mutate(&folder, case);
        let told = problems(&folder);
        for expected in case.told {
            let expected = line(&folder, expected);
            assert!(
                told.contains(&expected),
                "{} -> {}\nexpected {expected}\ntold {told:#?}",
                case.from,
                case.to
            );
        }
        assert!(told.len() == case.told.len(), "{} -> {}: {told:#?}", case.from, case.to);
    }
}

#[test]
fn all_problems_are_told_at_once() {
    let folder = copy_of_fixture("all-problems");
    let mut expected = Vec::new();
    for (file, from, to, told) in [
        (PROJECTS, "nominated,C3,", "nominated,C99,", "projects.csv:7: unknown action line \"C99\""),
        (PROJECTS, ",,4;9,", ",,4;18,", "projects.csv:6: unknown goal \"18\""),
        (PROJECTS, "AMS,2014", "AMS,14", "projects.csv:7: \"14\" is not a year from 1990 to 2100"),
        (LINKS, "C1,16,16.6,app,4,", "C1,16,16.6,app,4", "links.csv:2: 5 fields instead of 6"),
        (LINKS, "C11,17,17.6", "C11,17,16.6", "links.csv:9: target \"16.6\" belongs to goal 16, not 17"),
        ("coverage.csv", "none states its goals", "", "coverage.csv:2: none is missing"),
    ] {
        mutate(&folder, &Case { file, from, to, told: &[] });
        expected.push(line(&folder, told));
    }
    fs::remove_file(folder.join("withdrawn.csv")).unwrap();
    expected.push(line(&folder, "withdrawn.csv: the file is missing"));
    let mut told = problems(&folder);
    told.sort();
    expected.sort();
    assert_eq!(told, expected);
}

#[test]
fn a_file_that_is_missing_or_not_utf8_is_told_alone() {
    for file in fs::read_dir(fixture_sources()).unwrap() {
        let name = file.unwrap().file_name().into_string().unwrap();
        let folder = copy_of_fixture("one-file");
        fs::remove_file(folder.join(&name)).unwrap();
        assert_eq!(problems(&folder), [line(&folder, &format!("{name}: the file is missing"))]);
    }
    let folder = copy_of_fixture("one-file");
    let path = folder.join(PROJECTS);
    let mut bytes = fs::read(&path).unwrap();
    let accent = bytes.windows(2).position(|pair| pair == "ó".as_bytes()).unwrap();
    bytes[accent] = b'x';
    fs::write(&path, bytes).unwrap();
    assert_eq!(problems(&folder), [line(&folder, "projects.csv:7: not UTF-8 text")]);
}

#[test]
fn what_spreadsheets_do_to_files_is_read() {
    let folder = copy_of_fixture("spreadsheet");
    for file in fs::read_dir(&folder).unwrap() {
        let path = file.unwrap().path();
        let text = fs::read_to_string(&path).unwrap();
        fs::write(&path, format!("\u{feff}{}\r\n", text.replace('\n', "\r\n"))).unwrap();
    }
    assert!(wsis_cli::data::make(&folder, None).is_ok());
    mutate(&folder, &case(PROJECTS, "nominated,C3,", "nominated,C99,", &[]));
    assert_eq!(problems(&folder), [line(&folder, "projects.csv:7: unknown action line \"C99\"")]);
}

/// The problems that the command tells, after a look that it wrote nothing.
fn problems(sources: &Path) -> Vec<String> {
    let out = empty_folder(&format!("{}-out", sources.file_name().unwrap().to_string_lossy()));
    let api = out.join("api");
    fs::create_dir(&api).unwrap();
    fs::write(api.join("manifest.json"), "before").unwrap();
    let options = DataOptions { out: api.clone(), sources: sources.to_owned() };
    let error = wsis_cli::data::run(&options).unwrap_err().to_string();
    assert_eq!(fs::read_to_string(api.join("manifest.json")).unwrap(), "before");
    assert_eq!(
        fs::read_dir(&api).unwrap().count() + fs::read_dir(&out).unwrap().count(),
        2,
        "nothing written"
    );
    let mut told: Vec<String> = error.lines().map(str::to_owned).collect();
    let last = told.pop().unwrap();
    let plural = if told.len() == 1 { "" } else { "s" };
    assert_eq!(last, format!("{} problem{plural}; nothing was written", told.len()));
    told
}

fn line(folder: &Path, told: &str) -> String {
    format!("{}/{told}", folder.display())
}

fn mutate(folder: &Path, case: &Case) {
    let path = folder.join(case.file);
    let text = fs::read_to_string(&path).unwrap();
    assert_eq!(text.matches(case.from).count(), 1, "{}: \"{}\" must stand there once", case.file, case.from);
    fs::write(&path, text.replace(case.from, case.to)).unwrap();
}

fn copy_of_fixture(name: &str) -> PathBuf {
    let folder = empty_folder(name);
    for file in fs::read_dir(fixture_sources()).unwrap() {
        let file = file.unwrap();
        fs::copy(file.path(), folder.join(file.file_name())).unwrap();
    }
    folder
}
