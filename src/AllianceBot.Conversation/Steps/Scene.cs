using AllianceBot.Domain;
using AllianceBot.Engine;
using NodaTime;

namespace AllianceBot.Conversation;

/// <summary>Who says something, in which alliance, when: all that taking a step may know.</summary>
/// <param name="Alliance">The durable state.</param>
/// <param name="Me">Who asks, from the authenticated handle.</param>
/// <param name="Now">The clock.</param>
/// <param name="Names">The names that the asker may use.</param>
/// <param name="Ask">What makes this ask the same ask when it comes again; the draft id when a form is sent.</param>
/// <param name="Draft">A fresh draft id for a form that is opened now.</param>
internal sealed record Scene(Alliance Alliance, PersonId Me, Instant Now, INames Names, AskId Ask, string Draft)
{
    /// <summary>The revision that the asker had before them: of the card that was pressed, or the last one shown. Null: none.</summary>
    public int? Seen { get; init; }

    /// <summary>A form was sent: its values bind.</summary>
    public bool Sent { get; init; }

    /// <summary>Typed, so nothing need be on the screen.</summary>
    public bool Typed { get; init; }

    public Reader Reader => new PersonReader(Me);

    /// <summary>New words of this ask; they lie under its id and a running number.</summary>
    public Domain.Words Say(int number, string text) => new($"{Ask}.{number}", text);

    public Domain.Words? SayIf(int number, string? text) => string.IsNullOrEmpty(text) ? null : Say(number, text);
}

/// <summary>What follows from an intent.</summary>
internal abstract record Step;

/// <summary>Something is shown and nothing changes.</summary>
internal sealed record Shows(Showing Showing) : Step;

/// <summary>A command is sent.</summary>
/// <param name="Command">What.</param>
/// <param name="About">What the answer shows.</param>
/// <param name="Saved">What is said above it.</param>
internal sealed record Does(Command Command, Subject About, Said Saved) : Step
{
    /// <summary>The form it came from, shown again with what was wrong when it is refused.</summary>
    public Form? Form { get; init; }

    /// <summary>What is shown once it is done, where that is more than the thing itself; null for the usual answer.</summary>
    public Showing? Then { get; init; }

    /// <summary>Which view of it the answer shows; empty for the usual one.</summary>
    public string View { get; init; } = "";

    /// <summary>Said in a place, it is answered there for all: what it shows is made for a place.</summary>
    public bool Openly { get; init; }

    /// <summary>Directory changes that stand or fall with it.</summary>
    public DirectoryWish Directory { get; init; } = DirectoryWish.None;
}

/// <summary>A code is to be minted, and told to the asker alone.</summary>
/// <param name="Command">Makes the command from the code's keyed hash.</param>
/// <param name="Opens">What the code opens.</param>
/// <param name="Saved">What is said with the code.</param>
internal sealed record Mints(Func<string, Command> Command, Subject Opens, Said Saved) : Step
{
    public Form? Form { get; init; }
}

/// <summary>What has to change in the directory together with a command.</summary>
internal sealed record DirectoryWish
{
    public static readonly DirectoryWish None = new();

    /// <summary>Comes in.</summary>
    public PersonId? In { get; init; }

    /// <summary>Is erased: out, and no longer found by any handle where this was the last alliance.</summary>
    public PersonId? Erased { get; init; }

    /// <summary>Go out.</summary>
    public ValueList<PersonId> Out { get; init; }

    /// <summary>The place where this is said becomes the alliance's; false frees it.</summary>
    public bool? Place { get; init; }

    /// <summary>Changes that are made already.</summary>
    public IReadOnlyList<DirectoryChange> Also { get; init; } = [];

    /// <summary>Somebody whose address becomes known with it: an account of a place, and who that is.</summary>
    public (PlaceMember Member, PersonId Person)? Seen { get; init; }
}
