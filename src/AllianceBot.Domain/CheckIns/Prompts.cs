using NodaTime;

namespace AllianceBot.Domain;

/// <summary>How one person wants to be asked, and how often that was done today. What is required comes anyway.</summary>
public sealed record Prompts
{
    public PersonId Person { get; init; }

    /// <summary>Optional prompts come again from this day on.</summary>
    public LocalDate? PausedUntil { get; init; }

    /// <summary>Half as often, with one reminder.</summary>
    public bool Fewer { get; init; }

    /// <summary>Optional prompts a day; null for what the alliance says.</summary>
    public int? PerDay { get; init; }

    /// <summary>The colleague who is asked when this person has not answered.</summary>
    public PersonId? StandIn { get; init; }

    /// <summary>The day of the last optional prompt, and how many there were on it.</summary>
    public LocalDate? Day { get; init; }

    public int Asked { get; init; }
}

/// <summary>A person said how they want to be asked; all of it, so that the last word counts.</summary>
[EventName("prompts.set.v1")]
public sealed record PromptsSet(PersonId Person, LocalDate? PausedUntil, bool Fewer, int? PerDay, PersonId? StandIn) : AllianceEvent;

/// <summary>The rules of being asked: what is optional, how much of it a day, and by whom one is stood in for.</summary>
internal static class Prompting
{
    /// <summary>How long optional prompts can be paused, in days.</summary>
    public const int LongestPause = 92;

    /// <summary>The most optional prompts a day that anybody can wish for.</summary>
    public const int MostPerDay = 20;

    public static readonly Refusal PausePast = new("prompts.pause-past");
    public static readonly Refusal PauseFar = new("prompts.pause-far");
    public static readonly Refusal LimitRange = new("prompts.limit-range");
    public static readonly Refusal NotColleague = new("prompts.not-colleague");

    public static ValueList<Refusal> All => [PausePast, PauseFar, LimitRange, NotColleague];

    /// <summary>While the work runs and before the date one may pause; on the date, after it and when a person asks one is asked.</summary>
    public static bool IsOptional(this CheckInKind kind) => kind is CheckInKind.During or CheckInKind.Before;

    public static Prompts Of(Alliance alliance, PersonId person) => alliance.Prompts.Find(person) ?? new Prompts { Person = person };

    public static bool IsPaused(Alliance alliance, PersonId person, LocalDate today) =>
        Of(alliance, person).PausedUntil is { } until && today < until;

    /// <summary>Whether the person was asked enough today about what is optional.</summary>
    public static bool IsEnough(Alliance alliance, PersonId person, LocalDate today)
    {
        var prompts = Of(alliance, person);
        return prompts.Day == today && prompts.Asked >= (prompts.PerDay ?? alliance.Settings.PromptsPerDay);
    }

    /// <summary>Who stands in for this person on this promise: somebody of the doing partner; null for nobody.</summary>
    public static PersonId? StandIn(Alliance alliance, Commitment promise, PersonId person) =>
        Of(alliance, person).StandIn is { } colleague && IsColleague(alliance, promise, person, colleague) ? colleague : null;

    public static bool IsColleague(Alliance alliance, Commitment promise, PersonId person, PersonId colleague) =>
        colleague != person && colleague != promise.Terms.Receiver && alliance.IsOf(colleague, promise.Terms.DoerPartner);

    public static Alliance Evolve(Alliance alliance, PromptsSet happened) => With(alliance, Of(alliance, happened.Person) with
    {
        PausedUntil = happened.PausedUntil,
        Fewer = happened.Fewer,
        PerDay = happened.PerDay,
        StandIn = happened.StandIn,
    });

    /// <summary>One more optional prompt on its day.</summary>
    public static Alliance Counted(Alliance alliance, PersonId person, LocalDate today)
    {
        var prompts = Of(alliance, person);
        return With(alliance, prompts with { Day = today, Asked = prompts.Day == today ? prompts.Asked + 1 : 1 });
    }

    /// <summary>Null for a command that is about something else.</summary>
    public static Outcome? Decide(Alliance alliance, CheckInCommand command, CommandContext context)
    {
        var today = alliance.DateOf(context.At);
        if (command is not (PausePrompts or ResumePrompts or FewerPrompts or LimitPrompts or NameStandIn)) return null;
        if (!alliance.IsMember(context.By)) return Refusal.NotYours;
        var prompts = Of(alliance, context.By);
        switch (command)
        {
            case PausePrompts pause:
                if (pause.Until <= today) return PausePast.With("date", TermsRules.Iso(pause.Until));
                if (pause.Until > today.PlusDays(LongestPause)) return PauseFar.With("latest", TermsRules.Iso(today.PlusDays(LongestPause)));
                return Set(prompts, prompts with { PausedUntil = pause.Until });
            case LimitPrompts limit:
                return limit.PerDay is < 1 or > MostPerDay
                    ? LimitRange.With("most", MostPerDay.ToString(System.Globalization.CultureInfo.InvariantCulture))
                    : Set(prompts, prompts with { PerDay = limit.PerDay });
            case NameStandIn { Colleague: { } colleague }:
                var known = colleague != context.By
                    && alliance.PartnersOf(context.By).Any(partner => alliance.IsOf(colleague, partner));
                return known ? Set(prompts, prompts with { StandIn = colleague }) : NotColleague;
            case NameStandIn:
                return Set(prompts, prompts with { StandIn = null });
            case FewerPrompts:
                return Set(prompts, prompts with { Fewer = true });
            default:
                return Set(prompts, prompts with { PausedUntil = null, Fewer = false });
        }
    }

    private static Outcome Set(Prompts before, Prompts after) => before == after
        ? Outcome.Nothing
        : new PromptsSet(after.Person, after.PausedUntil, after.Fewer, after.PerDay, after.StandIn);

    private static Alliance With(Alliance alliance, Prompts prompts) =>
        alliance with { Prompts = alliance.Prompts.With(prompts.Person, prompts) };
}
