namespace AllianceBot.Domain;

/// <summary>One component until it is recorded: how it is gathered, words before the talk, what is shown, what is caught.</summary>
internal static class RoundTalk
{
    /// <summary>Without names words are shown from three partners on. Facts: least.</summary>
    public static readonly Refusal TooFewForNameless = new Refusal("round.too-few-for-nameless").With("least", $"{Hearing.Fewest}");
    public static readonly Refusal NothingSaid = new("round.nothing-said");

    /// <summary>Facts: least, most.</summary>
    public static readonly Refusal NumberOut = new Refusal("round.number-out").With("least", $"{Least}").With("most", $"{Most}");
    public static readonly Refusal NumberUnasked = new("round.number-unasked");

    /// <summary>Facts: partners, count.</summary>
    public static readonly Refusal NotIn = new("round.not-in");
    public static readonly Refusal TooManyWords = new Refusal("limit.round-words").With("limit", $"{Limits.RoundWords}");
    public static readonly Refusal UnknownIndicator = new("round.unknown-indicator");
    public static readonly Refusal NobodyNamed = new("round.nobody-named");

    public const int Least = 1;
    public const int Most = 5;

    public static ValueList<Refusal> All =>
        [TooFewForNameless, NothingSaid, NumberOut, NumberUnasked, NotIn, TooManyWords, UnknownIndicator, NobodyNamed];

    public static Outcome? Decide(Alliance alliance, Round round, RoundCommand command, CommandContext context) => command switch
    {
        Gather gather => How(round, gather, context),
        GiveWord give => Give(alliance, round, give, context),
        SayAlone alone => Alone(alliance, round, alone, context),
        EnterWord enter => Enter(alliance, round, enter),
        AnswerWord answer => Answer(round, answer, context),
        MarkHeard mark => Mark(alliance, round, mark),
        ShowWords show => Show(round, show),
        CatchLine caught => Harvest.Catch(alliance, round, caught, context),
        StrikeLine strike => Harvest.Strike(alliance, round, strike),
        AnswerBranch branch => Of(alliance, round, branch),
        _ => null,
    };

    private static Outcome How(Round round, Gather gather, CommandContext context)
    {
        if (!Enum.IsDefined(gather.How.Way)) return SetUpDecider.BadId;
        if (gather.How is { Named: false, Way: not GatherWay.TalkOnly } && Hearing.Asked(round).Count < Hearing.Fewest) return TooFewForNameless;
        var how = gather.How.Way == GatherWay.TalkOnly ? new Gathering(GatherWay.TalkOnly, true, false, false) : gather.How;
        return new ComponentGathering(round.Id, gather.Component, how, how.Way == GatherWay.Quiet ? context.At + RoundClock.QuietTime : null);
    }

    private static Outcome Give(Alliance alliance, Round round, GiveWord give, CommandContext context)
    {
        var (partner, refusal) = Whose(alliance, round, context.By, give.Partner);
        if (refusal is not null) return refusal;
        return Said(round.Of(give.Component), give.Text, give.Number, give.Passed)
            ?? (Outcome)new WordGiven(
                round.Id, give.Component, partner!.Value, context.By, give.Passed ? null : give.Text, give.Passed ? null : give.Number, give.Passed,
                give.ReadOut && !give.Passed);
    }

    /// <summary>It goes to the facilitator alone, and nothing else comes of it.</summary>
    private static Outcome Alone(Alliance alliance, Round round, SayAlone alone, CommandContext context)
    {
        var (partner, refusal) = Whose(alliance, round, context.By, alone.Partner);
        if (refusal is not null) return refusal;
        if (TextRules.Optional(alone.Text, "text") is { } bad) return bad;
        if (round.Of(ComponentKinds.Interdependence).Said.Count >= Limits.RoundWords) return TooManyWords;
        return new WordGiven(
            round.Id, ComponentKinds.Interdependence, partner!.Value, context.By, alone.Text, null, Passed: false, ReadOut: false, Alone: true);
    }

    private static Outcome Enter(Alliance alliance, Round round, EnterWord enter)
    {
        var (partner, refusal) = Whose(alliance, round, enter.Person, enter.Partner);
        if (refusal is not null) return refusal == Refusal.NotYours ? RoundMeetings.NotOfRound.With("person", enter.Person.Value) : refusal;
        return Said(round.Of(enter.Component), enter.Text, enter.Number, enter.Passed)
            ?? (Outcome)new WordGiven(
                round.Id, enter.Component, partner!.Value, enter.Person, enter.Passed ? null : enter.Text, enter.Passed ? null : enter.Number, enter.Passed,
                ReadOut: false);
    }

    private static Outcome Answer(Round round, AnswerWord answer, CommandContext context)
    {
        if (!round.Has(answer.Component)) return Refusal.NotYours;
        var word = round.Of(answer.Component).Said.FirstOrDefault(word => word.Ask == answer.Word && word.Person == context.By && word.IsTold);
        if (word is null) return Refusal.NotYours;
        return word.Right == answer.Right ? Outcome.Nothing : new WordAnswered(round.Id, answer.Component, answer.Word, answer.Right);
    }

    private static Outcome Mark(Alliance alliance, Round round, MarkHeard mark)
    {
        if (mark.People.Count == 0) return NobodyNamed;
        var heard = new List<Heard>();
        foreach (var person in mark.People.Distinct())
        {
            var own = RoundRights.SpeaksFor(alliance, person, round);
            if (own.Count == 0) return RoundMeetings.NotOfRound.With("person", person.Value);
            heard.AddRange(own.Select(partner => new Heard(partner, person)));
        }

        return new PartnersHeard(round.Id, mark.Component, heard.ToValueList(), mark.Passed);
    }

    /// <summary>All at once, when every partner is in, passed, or is named as not here.</summary>
    private static Outcome Show(Round round, ShowWords show)
    {
        var missing = Hearing.Missing(round, round.Of(show.Component));
        if (missing.Any(partner => !show.Without.Contains(partner))) return NotIn.With("partners", $"partners:{string.Join(',', missing.RemoveAll(show.Without.Contains))}");
        return new WordsShown(round.Id, show.Component, missing);
    }

    private static Outcome Of(Alliance alliance, Round round, AnswerBranch branch)
    {
        if (!RoundIndicators.Of(alliance, round).Any(known => known.Key == branch.Indicator)) return UnknownIndicator;
        return TextRules.Text(branch.Text, "text") ?? (Outcome)new BranchAnswered(round.Id, branch.Indicator, branch.Kind, branch.Text);
    }

    private static Refusal? Said(Component component, Words? text, int? number, bool passed)
    {
        if (component.Said.Count >= Limits.RoundWords) return TooManyWords;
        if (passed) return null;
        if (string.IsNullOrWhiteSpace(text?.Text) && number is null) return NothingSaid;
        if (number is not null && component.Gathering is not { AsksNumber: true }) return NumberUnasked;
        return number is < Least or > Most ? NumberOut : TextRules.Optional(text, "text");
    }

    /// <summary>The partner that a person speaks for, or why that is not clear.</summary>
    private static (PartnerId? Partner, Refusal? Refusal) Whose(Alliance alliance, Round round, PersonId person, PartnerId? named)
    {
        var own = RoundRights.SpeaksFor(alliance, person, round);
        if (named is { } one) return own.Contains(one) ? (one, null) : (null, Refusal.NotYours);
        return own.Count switch
        {
            0 => (null, Refusal.NotYours),
            1 => (own[0], null),
            _ => (null, RoundDecider.WhichPartner),
        };
    }
}
