using NodaTime;

namespace AllianceBot.Domain;

/// <summary>One organisation. It keeps its own identity, calendar and people.</summary>
/// <param name="Id">The partner's id.</param>
/// <param name="Name">As it calls itself.</param>
/// <param name="Kind">What kind of organisation; it never limits rights.</param>
/// <param name="Workdays">Its own working days, or null for the alliance's.</param>
/// <param name="Left">It is no longer in; its records stay.</param>
public sealed record Partner(PartnerId Id, Words Name, PartnerKind Kind, Workdays? Workdays = null, bool Left = false)
{
    /// <summary>Days on which it does not work, beside the weekly ones.</summary>
    public HolidayBook Holidays { get; init; } = HolidayBook.None;

    /// <summary>What it wants to be known by whoever asks it for something. Each text's id names it.</summary>
    public ValueList<Words> Notes { get; init; }

    /// <summary>Hours a month for the alliance; null for no limit.</summary>
    public int? Budget { get; init; }
}

/// <summary>The kinds of organisations that form such alliances (source: the WorkSource partnership guide).</summary>
public enum PartnerKind
{
    Business,
    CommunityBased,
    Government,
    Foundation,
    Labor,
    SemiPublic,
    Other,
}

/// <summary>A person of the alliance. Handles are not here: the directory finds a person by a handle's keyed hash.</summary>
/// <param name="Id">The person's id.</param>
/// <param name="Name">As the person is called; dies with the person's shelf.</param>
/// <param name="Partner">The partner the person belongs to; null for an outside facilitator or mediator.</param>
/// <param name="Left">No longer a member; roles are gone, records stay.</param>
public sealed record Person(PersonId Id, Words Name, PartnerId? Partner, bool Left = false)
{
    /// <summary>Nobody could reach this person when last tried: blocked, not installed, left the platform. Null while all is well.</summary>
    public string? NotReached { get; init; }

    /// <summary>When this person read who sees what; null while not.</summary>
    public NodaTime.Instant? ReadWhoSees { get; init; }

    /// <summary>Since when nothing gets through; null while all is well.</summary>
    public Instant? NotReachedSince { get; init; }

    /// <summary>Hours a month for the alliance; null for no limit.</summary>
    public int? Budget { get; init; }

    /// <summary>When this person came in, last if more than once.</summary>
    public Instant? JoinedAt { get; init; }

    /// <summary>When this person left; null while in, and for who left before it was kept.</summary>
    public Instant? LeftAt { get; init; }

    /// <summary>When the name was destroyed, as the data agreement says.</summary>
    public Instant? WordsGone { get; init; }

    /// <summary>The person's own zone, days and hours; null for those of its partner.</summary>
    public OwnHours? Hours { get; init; }

    /// <summary>Announced and not yet over, the earliest first; no two share a day.</summary>
    public ValueList<Absence> Absences { get; init; }

    /// <summary>When the last absence was over; null while there was none. What waited for it comes after it.</summary>
    public Instant? Back { get; init; }
}

/// <summary>One person in one role for one partner, or for the alliance as a whole.</summary>
public sealed record RoleAssignment(PersonId Person, Role Role, PartnerId? Partner);

/// <summary>What a person may be in an alliance. Several at once are usual.</summary>
public enum Role
{
    Staff,
    Manager,
    Representative,
    Contact,
    PersonnelContact,
    Executive,
    Troubleshooter,
    Facilitator,
    Mediator,
    Administrator,
    Observer,
}

/// <summary>Declared in the charter: one partner funds another, so some rights between the two need a third pair of eyes.</summary>
public sealed record FundingTie(PartnerId Funder, PartnerId Funded);

/// <summary>A measurable goal, stated concretely.</summary>
public sealed record Goal(GoalId Id, Words Text, LocalDate? By);

/// <summary>Something the partnership does not do. Its words' id names it.</summary>
public sealed record Exclusion(Words Text);

/// <summary>A place kept for a person who has not come in yet, or a person's own asking to come in.</summary>
/// <param name="Id">The invitation's id.</param>
/// <param name="CodeHash">Keyed hash of the code to pass on; null when the person asked, or was picked from a roster.</param>
/// <param name="Partner">For which partner; null for nobody's.</param>
/// <param name="Role">In which role.</param>
/// <param name="Name">Who is meant.</param>
/// <param name="By">Who invited; the asking person's own id when it asked.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Person">Who asked, was picked, or came in by it; null while nobody is known.</param>
public sealed record Invitation(
    InvitationId Id,
    string? CodeHash,
    PartnerId? Partner,
    Role Role,
    Words Name,
    PersonId By,
    InvitationState State,
    PersonId? Person = null);

/// <summary>Where an invitation stands.</summary>
public enum InvitationState
{
    /// <summary>Waits for the invited person, who has the code or was picked from a roster.</summary>
    Open,

    /// <summary>A person asked to come in and waits for a yes.</summary>
    Asked,
    Used,
    Withdrawn,
    Declined,
}

/// <summary>A code that links one more handle to a person: good for 10 minutes, once.</summary>
public sealed record LinkCode(PersonId Person, string CodeHash, Instant Until);

/// <summary>A set-up act that was done, by whom: the same again from the same person gets the same answer and no event.</summary>
public readonly record struct DoneAsk(AskId Ask, PersonId By);

/// <summary>An item whose strike went wrong. It waits without the clock until somebody acts on it.</summary>
/// <param name="Subject">The item.</param>
/// <param name="Problem">The kind of fault, for who looks after the bot. Never a text.</param>
/// <param name="At">When it was set aside.</param>
public sealed record ParkedItem(Subject Subject, string Problem, Instant At);

/// <summary>An item that did not move on when the clock struck, and is looked at again at this instant.</summary>
public sealed record PushedItem(Subject Subject, Instant Until);

/// <summary>Which roles belong to a partner, and which to the alliance as a whole.</summary>
public static class Roles
{
    extension(Role role)
    {
        public bool IsOfPartner => role is Role.Staff or Role.Manager or Role.Representative or Role.Contact
            or Role.PersonnelContact or Role.Executive;
    }
}

/// <summary>A notice whose role in the item nobody held, nor its fall-back.</summary>
public sealed record UntoldNotice(Subject Subject, string Kind);
