using AllianceBot.Domain;

namespace AllianceBot.Conversation;

/// <summary>Something that can be pressed or typed.</summary>
/// <param name="Name">The verb on the button.</param>
/// <param name="Needs">What it is about, and so which data its button carries.</param>
/// <param name="Does">What pressing it does.</param>
/// <param name="Fields">Inputs and values that it takes beside what it is about.</param>
public sealed record Verb(string Name, VerbNeeds Needs, VerbDoes Does, ValueList<string> Fields)
{
    public Verb(string name, VerbNeeds needs, VerbDoes does, params ReadOnlySpan<string> fields)
        : this(name, needs, does, ValueList.Create(fields))
    {
    }

    /// <summary>Where typed words go that no other field claims; empty where there is no such field.</summary>
    public string Rest => Name == Verbs.EditCharter ? FieldNames.Section
        : Name == Verbs.Thank ? FieldNames.Whom
        : Name is Verbs.Reading or Verbs.CorrectReading ? FieldNames.Value
        : Name is Verbs.Counter or Verbs.Change ? FieldNames.Reason
        : Name is Verbs.NameNeutral ? FieldNames.Person
        : Fields.FirstOrDefault(static name => Typing.Of(name) is FieldType.Text) ?? (Fields.Count > 0 ? Fields[0] : "");
}

/// <summary>What a verb is about.</summary>
public enum VerbNeeds
{
    Nothing,

    /// <summary>Data: alliance.</summary>
    Alliance,

    /// <summary>Data: alliance, item, revision, card.</summary>
    Item,

    /// <summary>Data: alliance, form, draft, item where there is one, revision.</summary>
    Draft,
}

/// <summary>What pressing does.</summary>
public enum VerbDoes
{
    /// <summary>Shows something, changes nothing.</summary>
    Reads,

    /// <summary>Shows a filled form; sending that binds.</summary>
    Fills,

    /// <summary>Acts at once: it can be undone, or binds nobody.</summary>
    Acts,

    /// <summary>Acts at once, unless a person has to be named first.</summary>
    ActsOrFills,
}
