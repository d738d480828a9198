namespace AllianceBot.Domain;

/// <summary>What a card, a notice or a refusal is about.</summary>
public readonly record struct Subject(SubjectKind Kind, string Id)
{
    public static implicit operator Subject(CommitmentId id) => new(SubjectKind.Commitment, id.Value);

    public static implicit operator Subject(DecisionId id) => new(SubjectKind.Decision, id.Value);

    public static implicit operator Subject(ProcessId id) => new(SubjectKind.Process, id.Value);

    public static implicit operator Subject(ConcernId id) => new(SubjectKind.Concern, id.Value);

    public static implicit operator Subject(CaseId id) => new(SubjectKind.Case, id.Value);

    public static implicit operator Subject(RoundId id) => new(SubjectKind.Round, id.Value);
    public static implicit operator Subject(StoryId id) => new(SubjectKind.Story, id.Value);

    public static implicit operator Subject(IndicatorId id) => new(SubjectKind.Indicator, id.Value);

    public static implicit operator Subject(CheckInId id) => new(SubjectKind.CheckIn, id.Value);

    public static implicit operator Subject(PersonId id) => new(SubjectKind.Person, id.Value);

    public static implicit operator Subject(PartnerId id) => new(SubjectKind.Partner, id.Value);

    public static implicit operator Subject(InvitationId id) => new(SubjectKind.Invitation, id.Value);

    public static implicit operator Subject(AllianceId id) => new(SubjectKind.Alliance, id.Value);

    /// <summary>Reads what <see cref="ToString"/> wrote; null for anything else (card data is hostile).</summary>
    public static Subject? Parse(string? text)
    {
        var colon = text?.IndexOf(':', StringComparison.Ordinal) ?? -1;
        return colon > 0 && text!.Length - colon is > 1 and <= 40
            && Enum.TryParse<SubjectKind>(text[..colon], ignoreCase: true, out var kind) && Enum.IsDefined(kind)
            && !char.IsAsciiDigit(text[0])
            ? new Subject(kind, text[(colon + 1)..])
            : null;
    }

    /// <summary>The order of their texts, ordinal, so that no order differs between processes.</summary>
    public static int Compare(Subject one, Subject other) => string.CompareOrdinal(one.KindName, other.KindName) is var kinds and not 0
        ? kinds
        : string.CompareOrdinal(one.Id, other.Id);

    private string KindName => Kind switch
    {
        SubjectKind.Alliance => "alliance",
        SubjectKind.Person => "person",
        SubjectKind.Partner => "partner",
        SubjectKind.Invitation => "invitation",
        SubjectKind.Commitment => "commitment",
        SubjectKind.CheckIn => "checkin",
        SubjectKind.Decision => "decision",
        SubjectKind.Indicator => "indicator",
        SubjectKind.Keeping => "keeping",
        SubjectKind.Digest => "digest",
        SubjectKind.Preview => "preview",
        SubjectKind.Story => "story",
        SubjectKind.Process => "process",
        SubjectKind.Concern => "concern",
        SubjectKind.Case => "case",
        SubjectKind.Round => "round",
        _ => "unknown",
    };

    public override string ToString() => $"{KindName}:{Id}";
}

/// <summary>The kinds of things that have cards.</summary>
public enum SubjectKind
{
    Alliance,
    Person,
    Partner,
    Invitation,
    Commitment,
    CheckIn,
    Decision,

    Indicator,

    /// <summary>How long the words of another thing are kept; its id is that thing.</summary>
    Keeping,
    Process,
    Concern,
    Case,

    /// <summary>A round of the Working Together Benchmarks.</summary>
    Round,
    /// <summary>One digest by its reader and week; with the reader alone the one that is to be made next.</summary>
    Digest,

    /// <summary>What the next digests will say about a person's promises; its id is the person.</summary>
    Preview,
    Story,
}
