//! Every problem of the core in words: a sentence that says what is wrong and what is allowed.

use event_pattern::StateError;
use event_pattern::scenario::{Counted, Expected, JsonFault, JsonType, NameError, ProblemKind, Reserved};

use crate::texts::problems::ProblemsTexts;
use crate::texts::publish::PublishTexts;
use crate::texts::{Texts, fill};

/// The sentence for a problem.
pub fn say_problem(texts: &Texts, kind: &ProblemKind) -> String {
    let said = &texts.problems;
    let given = |pattern, given: &str| fill(pattern, &[("given", given)]);
    match kind {
        ProblemKind::FileTooLarge { most_mib } => most(texts, said.file_too_large, *most_mib as u64),
        ProblemKind::BrokenJson { line, column, fault } => say_json_fault(texts, *line, *column, *fault),
        ProblemKind::WrongType { given, must } => {
            fill(said.wrong_type, &[("given", type_name(said, *given)), ("must", expected_name(said, *must))])
        }
        ProblemKind::Missing => said.missing.to_owned(),
        ProblemKind::UnknownField => said.unknown_field.to_owned(),
        ProblemKind::DuplicateKey => said.twice.to_owned(),
        ProblemKind::TooSmall { given, least } => {
            fill(said.too_small, &[("given", given), ("least", &texts.number(*least))])
        }
        ProblemKind::TooLarge { given, most } => {
            fill(said.too_large, &[("given", given), ("most", &texts.number(*most))])
        }
        ProblemKind::TooManyDecimals { given: number, most: 0 } => given(said.not_whole, number),
        ProblemKind::TooManyDecimals { given, most } => {
            fill(said.too_fine, &[("given", given), ("most", &texts.number(u64::from(*most)))])
        }
        ProblemKind::NotANumber { given: text } => given(said.not_a_number, text),
        ProblemKind::UnknownVersion { given: version } => given(said.unknown_version, version),
        // Nobody who reads a file is typing.
        ProblemKind::BadState(StateError::Empty) => said.state_empty.to_owned(),
        ProblemKind::BadState(error) => say_state_error(&texts.publish, *error),
        ProblemKind::BadName(NameError::Empty) => said.name_empty.to_owned(),
        ProblemKind::BadName(error) => say_name_error(texts, *error),
        ProblemKind::ReservedName(Reserved::Publisher) => said.name_publisher.to_owned(),
        ProblemKind::ReservedName(Reserved::Broker) => said.name_broker.to_owned(),
        ProblemKind::ReservedName(Reserved::Receiver) => said.name_receiver.to_owned(),
        ProblemKind::TakenName { name } => fill(said.name_taken, &[("name", name)]),
        ProblemKind::UnknownService { name, at } => {
            fill(said.unknown_service, &[("name", name), ("at", &at.to_string())])
        }
        ProblemKind::NoAction => said.no_action.to_owned(),
        ProblemKind::SecondAction => said.second_action.to_owned(),
        ProblemKind::EmptyEdit => said.empty_edit.to_owned(),
        ProblemKind::StartsBeforeAdded { given, at } => {
            fill(said.starts_too_early, &[("given", &given.to_string()), ("at", &at.to_string())])
        }
        ProblemKind::TooMany { what, most: limit } => {
            let pattern = match what {
                Counted::Services => said.many_services,
                Counted::Commands => said.many_commands,
                Counted::States => said.many_states,
            };
            most(texts, pattern, *limit as u64)
        }
    }
}

/// Why what is typed is not the name of a state.
pub fn say_state_error(said: &PublishTexts, error: StateError) -> String {
    match error {
        StateError::Empty => said.type_a_state.to_owned(),
        StateError::TooLong => said.state_too_long.to_owned(),
        StateError::BadStart(c) => fill(said.state_bad_start, &[("character", &quoted(said, c))]),
        StateError::BadCharacter(c) => fill(said.state_bad_character, &[("character", &quoted(said, c))]),
    }
}

/// Why what is typed is not a name.
pub fn say_name_error(texts: &Texts, error: NameError) -> String {
    let said = &texts.problems;
    let quoted = |c| quoted(&texts.publish, c);
    match error {
        NameError::Empty => said.type_a_name.to_owned(),
        NameError::TooLong => said.name_too_long.to_owned(),
        NameError::SpaceAtEnd => said.name_space_at_end.to_owned(),
        NameError::BadStart(c) => fill(said.name_bad_start, &[("character", &quoted(c))]),
        NameError::BadCharacter(c) => fill(said.name_bad_character, &[("character", &quoted(c))]),
    }
}

fn say_json_fault(texts: &Texts, line: usize, column: usize, fault: JsonFault) -> String {
    let said = &texts.problems;
    let (line, column) = (texts.number(line as u64), texts.number(column as u64));
    let place = [("line", line.as_str()), ("column", column.as_str())];
    match fault {
        JsonFault::EndsEarly => fill(said.json_ends, &place),
        JsonFault::TooDeep => fill(said.json_deep, &place),
        JsonFault::NotUtf8 => fill(said.json_utf8, &place),
        JsonFault::Unexpected(c) => {
            let character = quoted(&texts.publish, c);
            fill(said.json_character, &[place[0], place[1], ("character", &character)])
        }
    }
}

fn most(texts: &Texts, pattern: &'static str, most: u64) -> String {
    fill(pattern, &[("most", &texts.number(most))])
}

/// A character as it can be seen: a space in words, what has no look of its own by its number.
fn quoted(said: &PublishTexts, c: char) -> String {
    match c {
        ' ' => said.a_space.to_owned(),
        c if c.is_control() || c.is_whitespace() => c.escape_unicode().to_string(),
        c => fill(said.a_quote, &[("character", c.encode_utf8(&mut [0; 4]))]),
    }
}

fn type_name(said: &ProblemsTexts, given: JsonType) -> &'static str {
    match given {
        JsonType::Null => said.a_null,
        JsonType::Boolean => said.a_boolean,
        JsonType::Number => said.a_number,
        JsonType::Text => said.a_text,
        JsonType::List => said.a_list,
        JsonType::Object => said.an_object,
    }
}

fn expected_name(said: &ProblemsTexts, must: Expected) -> &'static str {
    match must {
        Expected::Number => said.a_number,
        Expected::NumberOrNull => said.a_number_or_null,
        Expected::Text => said.a_text,
        Expected::List => said.a_list,
        Expected::Object => said.an_object,
    }
}

#[cfg(test)]
mod tests {
    use event_pattern::Scenario;

    use super::*;
    use crate::texts::Language;

    fn said(language: Language, file: &str) -> Vec<String> {
        let problems = Scenario::from_json(file.as_bytes()).unwrap_err();
        let say = |problem: &event_pattern::scenario::Problem| {
            format!("{}: {}", problem.path, say_problem(Texts::of(language), &problem.kind))
        };
        problems.as_slice().iter().map(say).collect()
    }

    #[test]
    fn a_broken_file_is_told_in_both_languages() {
        let file = r#"{"version":1,"name":"x","services":[{"name":"ORDER","allowed_states":{"a b":"IDLE"},"poll_interval_ms":0}],"commands":[{"at_ms":1000,"crash":"SHOP"}]}"#;
        assert_eq!(
            said(Language::En, file),
            [
                "services[0].allowed_states[\"a b\"]: A state has only the letters A to Z, digits and _, but here is a space.",
                "services[0].poll_interval_ms: 0 is not allowed: at least 1.",
                "commands[0].crash: There is no service SHOP at 1000 ms.",
            ]
        );
        assert_eq!(said(Language::Id, file)[1], "services[0].poll_interval_ms: 0 terlalu kecil: minimal 1.");
    }

    #[test]
    fn what_is_empty_in_a_file_is_not_to_be_typed() {
        let file = r#"{"version":1,"name":"x","services":[{"name":"","allowed_states":{"A":"","":"A"}}]}"#;
        let said = |language| said(language, file).join("\n");
        let english = "services[0].name: A name needs at least one letter.\nservices[0].allowed_states.A: A state needs at least one letter.\nservices[0].allowed_states[\"\"]: A state needs at least one letter.";
        assert_eq!(said(Language::En), english);
        assert!(!said(Language::Id).contains("Ketik"), "{}", said(Language::Id));
    }

    #[test]
    fn broken_json_is_told_with_its_line_and_column() {
        assert_eq!(
            said(Language::En, "{\n  \"version\" 1}"),
            [": Line 2, column 13: “1” cannot stand here."]
        );
        assert_eq!(said(Language::Id, "{"), [": Baris 1, kolom 2: teksnya terputus."]);
    }
}
