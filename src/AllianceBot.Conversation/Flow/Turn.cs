using AllianceBot.Domain;
using AllianceBot.Engine;
using NodaTime;

namespace AllianceBot.Conversation;

/// <summary>One ask on its way: who, where, when, and in which alliance.</summary>
/// <param name="Ask">What came in.</param>
/// <param name="Now">When.</param>
/// <param name="Me">Who; null for one whom nobody knows.</param>
internal sealed record Turn(Ask Ask, Instant Now, PersonId? Me)
{
    public Alliance? Alliance { get; init; }

    /// <summary>The asker is in several alliances, so answers name the one at hand.</summary>
    public bool NamesAlliance { get; init; }

    /// <summary>Under which the place, or the private conversation, is known.</summary>
    public string Place { get; } = Ask.Where.Key;

    /// <summary>The append says already which message shows what it made: that is not kept a second time.</summary>
    public bool ShownByAppend { get; init; }

    /// <summary>Others read along.</summary>
    public bool InPlace => IsOfPlace && !Ask.InWindow;

    /// <summary>It was said, or a window opened, in a place.</summary>
    public bool IsOfPlace => Ask.Where.Kind != PlaceKind.Personal;

    public Pressed? Pressed => Ask.What as Pressed;

    public string Language => Ask.Locale.Length > 0 ? Ask.Locale : "en";

    /// <summary>Under which this account's open form is remembered, wherever it was asked for: forms are shown in private.</summary>
    public string DraftKey => $"{Ask.From.Channel}|{Ask.From.Tenant}|{Ask.From.User}|{Me}";

    public PersonId Person => Me ?? default;
}

/// <summary>A form before somebody, to be sent or changed by typed words.</summary>
internal sealed record OpenDraft(Form Form, AllianceId? Alliance, bool Sent = false);
