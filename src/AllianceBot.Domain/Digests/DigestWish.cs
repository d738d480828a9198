using NodaTime;

namespace AllianceBot.Domain;

/// <summary>When and how one person wants the weekly digest. The hour is the person's own wish, so it holds also before the usual ones.</summary>
/// <param name="Day">The day of the week, 1 for Monday to 7 for Sunday.</param>
/// <param name="At">On the person's own clock.</param>
public sealed record DigestWish(int Day, LocalTime At)
{
    /// <summary>Monday at eight.</summary>
    public static readonly DigestWish Usual = new(1, new LocalTime(8, 0));

    /// <summary>None at all, until the person wants it again.</summary>
    public bool Off { get; init; }

    public WhenNothing WhenNothing { get; init; }

    public DuringLeave DuringLeave { get; init; }
}

/// <summary>What comes in a week in which there is nothing to say.</summary>
public enum WhenNothing
{
    OneLine,
    Nothing,
}

/// <summary>What becomes of a digest whose reader is away.</summary>
public enum DuringLeave
{
    /// <summary>The named cover reads it instead, as far as the cover may; without one it waits.</summary>
    Cover,

    /// <summary>It waits for the first day back, if that is in the same week.</summary>
    Hold,
}
