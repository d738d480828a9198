using System.Diagnostics;

namespace AllianceBot.Domain;

/// <summary>The rules of concerns and quiet words: one sentence, a talk first, told to nobody whom its author did not choose.</summary>
public static class ConcernDecider
{
    public static readonly Refusal Ended = new("concern.ended");
    public static readonly Refusal OwnOrganisation = new("concern.own-organisation");
    public static readonly Refusal AboutYourself = new("concern.about-yourself");
    public static readonly Refusal PersonUnknown = new("concern.person-unknown");
    public static readonly Refusal NotNeutral = new("concern.not-neutral");
    public static readonly Refusal NobodyNamed = new("concern.nobody-named");
    public static readonly Refusal OfferedAlready = new("concern.offered-already");
    public static readonly Refusal SharedAlready = new("concern.shared-already");
    public static readonly Refusal NobodyThere = new("concern.nobody-there");
    public static readonly Refusal HeardAlready = new("concern.heard-already");

    /// <summary>A quiet word stays with its neutral: it is said anew as a concern.</summary>
    public static readonly Refusal Quiet = new("concern.quiet");
    public static readonly Refusal NoTalk = new("concern.no-talk");

    /// <summary>By one person, so that it tells nothing about others.</summary>
    public static readonly Refusal TooMany = new Refusal("limit.concerns").With("limit", $"{Limits.OpenConcernsOfOne}");

    public static ValueList<Refusal> Refusals =>
    [
        Ended, OwnOrganisation, AboutYourself, PersonUnknown, NotNeutral, NobodyNamed, OfferedAlready, SharedAlready, NobodyThere, HeardAlready,
        Quiet, NoTalk, TooMany,
    ];

    public static Outcome Decide(Alliance alliance, ConcernCommand command, CommandContext context)
    {
        if (command is RaiseConcern or SayQuietWord) return Raise(alliance, command, context);
        if (alliance.Concerns.Find(command.Concern) is not { } concern) return Refusal.NotYours;
        if (!May.Do(alliance, context.By, RightOf(command), concern.Id)) return Refusal.NotYours;
        if (concern.LastAsk == command.Ask && concern.LastBy == context.By) return Outcome.Nothing;
        // Answers of several people stand beside each other.
        if (command.Revision != concern.Revision && command is not AnswerTalk) return Refusal.Stale(concern.Id);
        if (Refuses(alliance, concern, command, context.By) is { } refusal) return refusal;
        return command switch
        {
            HearConcern hear => TextRules.Optional(hear.Said, "said") ?? (Outcome)new ConcernHeard(concern.Id, hear.Said),
            OfferTalk offer => TextRules.Optional(offer.Said, "said") ?? (Outcome)new ConcernTalkOffered(concern.Id, offer.Said),
            AnswerTalk answer => TextRules.Optional(answer.Said, "said") ?? (Outcome)new ConcernTalkAnswered(concern.Id, answer.Yes, answer.Said),
            ShareConcern share => new ConcernShared(concern.Id, share.With),
            EndConcern end => TextRules.Optional(end.Said, "said") ?? (Outcome)new ConcernEnded(concern.Id, end.Said),
            // Its words die with it, all of them.
            WithdrawConcern => Outcome.Of(new ConcernWithdrawn(concern.Id), new WordsForgotten(concern.Id)),
            _ => throw new UnreachableException($"No rule for {command.GetType().Name}."),
        };
    }

    /// <summary>Why it is not the moment for this, or null.</summary>
    internal static Refusal? Refuses(Alliance alliance, Concern concern, ConcernCommand command, PersonId by) => command switch
    {
        _ when !concern.IsOpen => Ended,
        HearConcern => concern.HeardAt is null ? null : HeardAlready,
        EndConcern or WithdrawConcern => null,
        AnswerTalk => concern.TalkOfferedAt is null ? NoTalk : null,
        _ when concern.IsQuiet => Quiet,
        OfferTalk => concern.TalkOfferedAt is not null ? OfferedAlready : concern.People.Count == 0 ? NobodyNamed : null,
        ShareConcern share => concern.SharedWith.Contains(share.With) ? SharedAlready
            : ConcernRights.Helpers(alliance, concern, share.With).Count == 0 ? NobodyThere : null,
        _ => null,
    };

    /// <summary>Why this person cannot raise another, or null.</summary>
    internal static Refusal? Full(Alliance alliance, PersonId by) =>
        alliance.Concerns.Count(concern => concern.IsOpen && concern.By == by) >= Limits.OpenConcernsOfOne ? TooMany : null;

    private static Outcome Raise(Alliance alliance, ConcernCommand command, CommandContext context)
    {
        var (sentence, kind, people, about, to) = command switch
        {
            RaiseConcern raise => (raise.Sentence, raise.Kind, raise.People, raise.About, (PersonId?)null),
            SayQuietWord quiet => (quiet.Sentence, quiet.Kind, quiet.People, null, quiet.To),
            _ => throw new UnreachableException($"{command.GetType().Name} raises nothing."),
        };
        if (alliance.Concerns.Find(command.Concern) is { } known)
        {
            return known.By == context.By && alliance.IsMember(context.By) ? Outcome.Nothing : Refusal.NotYours;
        }

        if (!May.Do(alliance, context.By, Act.RaiseConcern, alliance.Id)) return Refusal.NotYours;
        if (!Ids.IsValid(command.Concern) || !Enum.IsDefined(kind)) return SetUpDecider.BadId;
        if (about is { } promise && !May.Do(alliance, context.By, Act.SeePromise, promise)) return Refusal.NotYours;
        if (TextRules.Text(sentence, "sentence") is { } bad) return bad;
        if (Full(alliance, context.By) is { } full) return full;
        var others = people.Distinct().ToValueList();
        if (others.Contains(context.By)) return AboutYourself;
        if (others.Count > Limits.CasePeople || !others.All(alliance.IsMember)) return PersonUnknown;
        var own = alliance.PartnersOf(context.By);
        if (to is null && others.Count > 0 && others.All(person => own.Any(partner => alliance.IsOf(person, partner)))) return OwnOrganisation;
        if (to is { } neutral && !Neutrality.FitsQuiet(alliance, context.By, others, neutral)) return NotNeutral.With("person", neutral.Value);
        return new ConcernRaised(command.Concern, sentence, kind, others, about, to);
    }

    private static Act RightOf(ConcernCommand command) => command switch
    {
        AnswerTalk => Act.AnswerConcern,
        HearConcern => Act.HearConcern,
        _ => Act.LeadConcern,
    };
}
