using NodaTime;

namespace AllianceBot.Domain;

/// <summary>The alliance at a glance: what it is for, who is in it, and what this reader may do.</summary>
public sealed record AllianceCard
{
    public required AllianceId Id { get; init; }

    /// <summary>Null once the name was removed; so with every text here.</summary>
    public string? Name { get; init; }

    public string? Purpose { get; init; }
    public ValueList<GoalLine> Goals { get; init; }
    public ValueList<ExclusionLine> Exclusions { get; init; }
    public ValueList<PartnerLine> Partners { get; init; }

    /// <summary>Who is of no partner: facilitators, mediators, observers.</summary>
    public ValueList<PersonLine> OfNoPartner { get; init; }

    public int PeopleCount { get; init; }
    public ValueList<FundingLine> Funding { get; init; }
    public required string Zone { get; init; }
    public required Workdays Workdays { get; init; }
    public LocalTime AskFrom { get; init; }
    public LocalTime QuietFrom { get; init; }
    public bool HasHome { get; init; }

    /// <summary>Items that wait for somebody to look after them; shown to facilitators and administrators only.</summary>
    public ValueList<ParkedLine> Parked { get; init; }

    /// <summary>How many wait at the door for this reader's yes.</summary>
    public int JoinRequests { get; init; }

    /// <summary>What this reader may do now: set up, link a place, invite, leave. Empty in a place.</summary>
    public ValueList<Act> Acts { get; init; }
}

/// <summary>A goal as shown.</summary>
public sealed record GoalLine(GoalId Id, string? Text, LocalDate? By);

/// <summary>Something the partnership does not do, as shown; its id takes it out.</summary>
public sealed record ExclusionLine(string Id, string? Text);

/// <summary>A partner in a list.</summary>
public sealed record PartnerLine(PartnerId Id, string? Name, PartnerKind Kind, int PeopleCount);

/// <summary>A declared funding tie, by names.</summary>
public sealed record FundingLine(PartnerId FunderId, string? Funder, PartnerId FundedId, string? Funded);

/// <summary>An item set aside because its step went wrong.</summary>
public sealed record ParkedLine(Subject Subject, string Problem, Instant At);

/// <summary>A role as held: which, and for which partner if for one.</summary>
public sealed record RoleLine(Role Role, PartnerId? PartnerId, string? Partner);

/// <summary>A person in a list.</summary>
public sealed record PersonLine(PersonId Id, string? Name, PartnerId? PartnerId, string? Partner, ValueList<RoleLine> Roles)
{
    /// <summary>Why nothing gets through, for those who can mend it; else null.</summary>
    public string? NotReached { get; init; }
}

/// <summary>One partner: its people and its calendar.</summary>
public sealed record PartnerCard
{
    public required PartnerId Id { get; init; }
    public string? Name { get; init; }
    public PartnerKind Kind { get; init; }

    /// <summary>No longer in.</summary>
    public bool Left { get; init; }
    public ValueList<PersonLine> People { get; init; }
    public required Workdays Workdays { get; init; }

    /// <summary>It has no working days of its own, so these are the alliance's.</summary>
    public bool AllianceWorkdays { get; init; }
    public ValueList<FundingLine> Funding { get; init; }

    /// <summary>What it wants to be known, with the ids that take each out.</summary>
    public ValueList<ExclusionLine> Notes { get; init; }

    /// <summary>Manage partner, invite, propose. Empty in a place.</summary>
    public ValueList<Act> Acts { get; init; }
}

/// <summary>One person: where from, in which roles.</summary>
public sealed record PersonCard
{
    public required PersonLine Person { get; init; }

    /// <summary>What this person left, by name.</summary>
    public string? Alliance { get; init; }

    public bool Left { get; init; }

    /// <summary>Announced absences: all members may plan with them.</summary>
    public ValueList<AwayView> Away { get; init; }

    /// <summary>It is the reader's own card.</summary>
    public bool Own { get; init; }

    /// <summary>The reader is to answer for this person.</summary>
    public bool YouCover { get; init; }

    /// <summary>Leave, manage people. Empty in a place.</summary>
    public ValueList<Act> Acts { get; init; }
}

/// <summary>People, page by page.</summary>
/// <param name="People">At most <see cref="Limits.List"/> of them, by name.</param>
/// <param name="Page">This page, from 0.</param>
/// <param name="Pages">How many there are.</param>
public sealed record PeoplePage(ValueList<PersonLine> People, int Page, int Pages);

/// <summary>An invitation, or somebody's asking to come in.</summary>
public sealed record InvitationCard
{
    public required InvitationId Id { get; init; }

    /// <summary>Who is meant, or who asks.</summary>
    public string? Name { get; init; }
    public string? Alliance { get; init; }
    public PartnerId? PartnerId { get; init; }
    public string? Partner { get; init; }
    public Role Role { get; init; }
    public InvitationState State { get; init; }

    /// <summary>Who invited; null when the person asked.</summary>
    public string? InvitedBy { get; init; }

    /// <summary>It is there for whom it names: no code is needed.</summary>
    public bool NeedsNoCode { get; init; }

    /// <summary>It is this reader who is meant, or who asks.</summary>
    public bool Yours { get; init; }

    /// <summary>For one who may answer: the partners to choose from.</summary>
    public ValueList<Choice> Partners { get; init; }

    /// <summary>Answer join while asked; invite, which withdraws, while open. Empty for others.</summary>
    public ValueList<Act> Acts { get; init; }
}

/// <summary>Who may see a thing: one row per part of it that has a rule of its own.</summary>
public sealed record WhoSeesView(Subject Subject, ValueList<WhoSeesRow> Rows)
{
    /// <summary>The reader has not said yet that it was read.</summary>
    public bool MustRead { get; init; }
}

/// <summary>One part of a thing, the rule, and the people it applies to now.</summary>
/// <param name="Part">"alliance", "promise", "state" or "checkin".</param>
/// <param name="Rule">The rule by its key: "all-members", "two-partners-and-facilitator" ...</param>
/// <param name="People">The people by name, at most <see cref="Limits.List"/>.</param>
/// <param name="Count">How many they are.</param>
public sealed record WhoSeesRow(string Part, string Rule, ValueList<PersonLine> People, int Count);
