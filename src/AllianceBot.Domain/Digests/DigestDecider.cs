using System.Diagnostics;
using NodaTime;

namespace AllianceBot.Domain;

/// <summary>The rules of digests: how each reader wants one, and what the clock makes of a week whose hour has come.</summary>
public static class DigestDecider
{
    /// <summary>It is none of the person's working days.</summary>
    public static readonly Refusal NoWorkday = new("digest.no-workday");
    public static readonly Refusal NotAReader = new("digest.not-a-reader");

    /// <summary>Nothing of this promise is in a digest any more.</summary>
    public static readonly Refusal NotSpokenOf = new("digest.not-spoken-of");

    /// <summary>A sentence beside a line, not an essay.</summary>
    public const int RemarkLetters = 300;

    /// <summary>Weeks are counted only so far back: nobody can have missed more.</summary>
    private const int MostWeeks = 5_200;

    private const int DaysOfWeek = 7;

    public static IReadOnlyList<string> Codes { get; } = [NoWorkday.Code, NotAReader.Code, NotSpokenOf.Code, .. TextRules.Codes];

    public static Outcome Decide(Alliance alliance, DigestCommand command, CommandContext context) => command switch
    {
        SetDigest set => Set(alliance, set, context),
        RemarkOn remark => Remark(alliance, remark, context),
        _ => throw new UnreachableException($"No rule for {command.GetType().Name}."),
    };

    /// <summary>
    /// The week whose hour has come is made. Weeks before it whose hour went by while the bot was away are skipped with it, so
    /// that each reader and week has exactly one of the two.
    /// </summary>
    internal static Outcome Strike(Alliance alliance, DigestBook book, Instant at)
    {
        if (DigestTimes.Owed(alliance, book) is not { } first || DigestTimes.In(alliance, book, first).At > at) return Outcome.Nothing;
        var (week, weeks) = (first, 0);
        while (weeks < MostWeeks && DigestTimes.In(alliance, book, week.PlusDays(DaysOfWeek)).At <= at)
        {
            week = week.PlusDays(DaysOfWeek);
            weeks++;
        }

        var now = Of(alliance, book, week, at);
        return weeks == 0 ? now : Outcome.Of(new DigestSkipped(book.Reader, first, weeks, WhySkipped.Outage), now);
    }

    /// <summary>What the next digests say about this person's promises is shown, if their day has not come meanwhile.</summary>
    internal static Outcome StrikePreview(Alliance alliance, PreviewBook book, Instant at)
    {
        if (PreviewTimes.Next(alliance, book, book.Through) is not { } showing || showing.At > at) return Outcome.Nothing;
        while (PreviewTimes.Next(alliance, book, showing.Day) is { } later && later.At <= at) showing = later;
        var isPast = Calendars.Of(alliance, book.Person).DateOf(at) >= showing.Day;
        var promises = isPast ? 0 : PreviewViews.Of(alliance, book.Person, at)?.Promises.Count ?? 0;
        return new DigestPreviewed(book.Person, showing.Day, promises);
    }

    private static AllianceEvent Of(Alliance alliance, DigestBook book, LocalDate week, Instant at)
    {
        if (DigestTimes.In(alliance, book, week).Skip is { } skip) return new DigestSkipped(book.Reader, week, 1, skip);
        var issue = DigestMaker.Make(alliance, book, week, at);
        return issue.Quiet && book.Wish.WhenNothing == WhenNothing.Nothing
            ? new DigestSkipped(book.Reader, week, 1, WhySkipped.NothingToSay)
            : new DigestMade(book.Reader, issue);
    }

    private static Outcome Set(Alliance alliance, SetDigest set, CommandContext context)
    {
        if (alliance.HasDone(set.Ask, context.By)) return Outcome.Nothing;
        if (alliance.People.Find(context.By) is not { Left: false } me) return Refusal.NotYours;
        if (!DigestTimes.IsReader(alliance, me.Id)) return NotAReader;
        var wish = set.Wish;
        if (wish.Day is < 1 or > DaysOfWeek || !Calendars.Of(alliance, me).Days.Includes(Monday.PlusDays(wish.Day - 1))) return NoWorkday;
        return Digesting.BookOf(alliance, me.Id).Wish == wish ? Outcome.Nothing : new DigestSettingsSet(me.Id, wish);
    }

    private static Outcome Remark(Alliance alliance, RemarkOn remark, CommandContext context)
    {
        if (alliance.Commitments.Find(remark.Commitment) is not { } promise) return Refusal.NotYours;
        if (!May.Do(alliance, context.By, Act.Status, promise.Id)) return Refusal.NotYours;
        if (promise.LastAsk == remark.Ask) return Outcome.Nothing;
        if (!Digesting.IsSpokenOf(promise, context.At)) return NotSpokenOf;
        return TextRules.Text(remark.Said, "note", RemarkLetters) ?? (Outcome)new CommitmentRemarked(promise.Id, remark.Said);
    }

    private static readonly LocalDate Monday = new(2026, 1, 5);
}
