using AllianceBot.Domain;

namespace AllianceBot.Conversation;

/// <summary>
/// A form before it is sent. Its button is <see cref="Verbs.Send"/> with the fields "form" (the verb), "draft", "item" and
/// "revision" as data, and one input per field. Words of it by key: "form.(verb).title", "form.(verb).send".
/// </summary>
/// <param name="Verb">What sending it does.</param>
/// <param name="Draft">The draft id: the ask id of the sending, and the item's own id where it makes one.</param>
/// <param name="Item">The thing it is about; null when it makes one.</param>
/// <param name="Revision">The thing's revision as shown.</param>
/// <param name="Fields">What can be filled in, in order.</param>
public sealed record Form(string Verb, string Draft, Subject? Item, int Revision, ValueList<FormField> Fields)
{
    /// <summary>What is said above it: what was understood, what is missing; null for the form's own words.</summary>
    public Said? Lead { get; init; }

    /// <summary>The alliance's own things that a sender should know before sending: a load near its limit, an exclusion touched.</summary>
    public ValueList<Said> Warnings { get; init; }

    /// <summary>The card it was opened from, which shows what comes of it; null for the thing itself.</summary>
    public Subject? Behind { get; init; }

    /// <summary>The address of the message that it was made of; empty for none.</summary>
    public string Link { get; init; } = "";

    /// <summary>The domain's own form of a promise: terms, notice days, who sees it; null for other forms.</summary>
    public CommitmentForm? Promise { get; init; }

    /// <summary>Some field cannot be sent as it is.</summary>
    public bool IsFaulty => Fields.Any(static one => one.Fault is not null);

    /// <summary>What is filled in, by field.</summary>
    internal Filled Values => Fields.Aggregate(
        Link.Length == 0 ? Filled.Nothing : Filled.Nothing.With(FieldNames.Link, Link), static (values, one) => values.With(one.Name, one.Value));
}

/// <summary>One field of a form. Its words by key: "field.(name)", and "field.(name).hint" where there is one.</summary>
/// <param name="Name">The input's id and the field's name: one of <see cref="FieldNames"/>.</param>
/// <param name="Kind">What kind of input.</param>
/// <param name="Value">What is filled in; dates as ISO, choices by value; empty for nothing.</param>
public sealed record FormField(string Name, FieldKind Kind, string Value)
{
    public bool Required { get; init; }

    /// <summary>What stands above it, where a form has several of a kind; null for the field's own words.</summary>
    public Said? Label { get; init; }

    /// <summary>The most characters; 0 for what is usual for its kind.</summary>
    public int Most { get; init; }

    /// <summary>What can be chosen, for <see cref="FieldKind.Choice"/> and <see cref="FieldKind.Choices"/>.</summary>
    public ValueList<Option> Options { get; init; }

    /// <summary>Seldom wanted: it waits behind "more" while nothing is in it.</summary>
    public bool Seldom { get; init; }

    /// <summary>Whether it waits behind "more" now.</summary>
    public bool IsFolded => Seldom && Value.Length == 0 && Fault is null;

    /// <summary>What is wrong with it, by key; null when nothing is.</summary>
    public Said? Fault { get; init; }
}

/// <summary>One thing to choose in a field.</summary>
/// <param name="Value">What is sent.</param>
/// <param name="Label">A name as its owner wrote it; empty when <see cref="Key"/> says it.</param>
public sealed record Option(string Value, string Label)
{
    /// <summary>Our own words for it, by key; empty when it is a name.</summary>
    public string Key { get; init; } = "";

    /// <summary>Our own words with values for it; null when it is a name or a plain key.</summary>
    public Said? Says { get; init; }

    /// <summary>What tells two of the same name apart.</summary>
    public string Detail { get; init; } = "";
}

/// <summary>The kinds of inputs.</summary>
public enum FieldKind
{
    /// <summary>One line, at most <see cref="Limits.Name"/> characters.</summary>
    Line,

    /// <summary>Several lines, at most <see cref="Limits.Text"/> characters.</summary>
    Lines,

    Date,

    /// <summary>One of the options.</summary>
    Choice,

    /// <summary>Any of the options, their values with commas between.</summary>
    Choices,

    /// <summary>"true" or "false".</summary>
    Toggle,

    /// <summary>Shown, not to be changed.</summary>
    Fixed,
}
