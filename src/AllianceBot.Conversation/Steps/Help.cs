using AllianceBot.Domain;

namespace AllianceBot.Conversation;

/// <summary>Help: only what this person may do here, grouped, each with an example to type.</summary>
internal static class Help
{
    private static readonly (string Group, ValueList<string> Verbs)[] Groups =
    [
        ("help.group.look", [Verbs.Mine, Verbs.Waiting, Verbs.Show, Verbs.Ledger, Verbs.Pairs, Verbs.Load, Verbs.WhoSees, Verbs.Alliance, Verbs.People]),
        ("help.group.agree", [Verbs.Request, Verbs.Offer, Verbs.Accept, Verbs.Counter, Verbs.Decline, Verbs.Withdraw]),
        ("help.group.work", [Verbs.OnTrack, Verbs.AtRisk, Verbs.Blocked, Verbs.MoreTime, Verbs.Change, Verbs.Report, Verbs.Return, Verbs.CheckIn, Verbs.Estimate, Verbs.DependsOn]),
        ("help.group.asked", [Verbs.Answers, Verbs.Snooze, Verbs.Seen, Verbs.Colleague, Verbs.Prompts, Verbs.Pause, Verbs.Fewer, Verbs.StandIn]),
        ("help.group.digest", [Verbs.Digest, Verbs.Digests, Verbs.DigestSettings, Verbs.DigestOff, Verbs.DigestOn, Verbs.Preview, Verbs.Remark, Verbs.Story, Verbs.Stories, Verbs.NameUs, Verbs.LeaveUsOut, Verbs.Thank, Verbs.ThanksGiven]),
        ("help.group.end", [Verbs.Release, Verbs.GiveUp, Verbs.EndSeries, Verbs.Unmet, Verbs.Replace, Verbs.Correct]),
        ("help.group.talk", [Verbs.Ask, Verbs.Note, Verbs.Redact, Verbs.HandOver, Verbs.Enter, Verbs.Undo]),
        ("help.group.calendar", [Verbs.MyHours, Verbs.MyZone, Verbs.Away, Verbs.Back, Verbs.MyCover, Verbs.Holidays, Verbs.AddHoliday, Verbs.ImportHolidays]),
        ("help.group.decide", [Verbs.Decisions, Verbs.Propose, Verbs.Results, Verbs.ProposeSnapshot, Verbs.Reservations, Verbs.StandAside, Verbs.Objects, Verbs.Amend, Verbs.Outcome]),
        ("help.group.indicators", [Verbs.Indicators, Verbs.Indicator, Verbs.Reading, Verbs.CorrectReading, Verbs.Improves, Verbs.InTheWay]),
        ("help.group.charter", [Verbs.Charter, Verbs.EditCharter, Verbs.CharterPart, Verbs.ProposeCharter, Verbs.AdoptCharter, Verbs.OwnTerms, Verbs.ConfirmGoal, Verbs.Rules]),
        ("help.group.conflict", [Verbs.Processes, Verbs.StartProcess, Verbs.Concern, Verbs.QuietWord, Verbs.TalkAbout, Verbs.Cases, Verbs.OpenCase]),
        ("help.group.people", [Verbs.LinkMe, Verbs.Rename, Verbs.Leave, Verbs.Erase, Verbs.Invite, Verbs.Pick, Verbs.Reach, Verbs.Invitations, Verbs.Remove, Verbs.SetRole, Verbs.SetBudget, Verbs.AddPartnerNote, Verbs.Export]),
        ("help.group.benchmarks", [Verbs.Benchmarks, Verbs.RoundStart, Verbs.RoundTalk, Verbs.RoundGather, Verbs.RoundShow, Verbs.RoundRecord, Verbs.RoundPark, Verbs.RoundPause, Verbs.RoundSay, Verbs.RoundConfirm, Verbs.RoundDiffer, Verbs.RoundCompare, Verbs.RoundPage, Verbs.RoundPrint]),
        ("help.group.set-up", [Verbs.AddPartner, Verbs.SetPurpose, Verbs.AddGoal, Verbs.AddExclusion, Verbs.SetDays, Verbs.SetZone, Verbs.AddFunding, Verbs.SetCeiling]),
    ];

    /// <summary>The examples' key is "example.(verb)"; it is written in the language's own words and is a sentence that can be typed.</summary>
    public static HelpShowing Of(Scene scene) => new(Groups
        .Select(group => new HelpGroup(group.Group, group.Verbs.Where(verb => IsFor(scene, verb)).Select(Line).ToValueList()))
        .Where(static group => group.Lines.Count > 0).ToValueList());

    /// <summary>Whether this person may use the command at all, in this state of the alliance.</summary>
    public static bool IsFor(Scene scene, string verb)
    {
        if (Conversation.Verbs.Find(verb) is not { } found) return false;
        if (ConflictSteps.IsFor(scene, verb) is { } conflict) return conflict;
        if (found.Needs is VerbNeeds.Nothing or VerbNeeds.Draft || found.Does == VerbDoes.Reads)
        {
            return verb switch
            {
                Verbs.Invitations => MayInvite(scene),
                Verbs.Pairs => LedgerViews.OwnOf(scene.Alliance, scene.Me).Count > 0,
                Verbs.Export => May.Do(scene.Alliance, scene.Me, Act.Export, scene.Alliance.Id)
                    || scene.Alliance.Partners.Any(partner => May.Do(scene.Alliance, scene.Me, Act.Export, partner.Id)),
                Verbs.Digest or Verbs.Digests or Verbs.Preview => !DigestSteps.NotPermitted(scene, verb),
                Verbs.Reach => May.Do(scene.Alliance, scene.Me, Act.SeeReach, scene.Alliance.Id),
                _ => true,
            };
        }

        if (DigestSteps.Takes(verb)) return !DigestSteps.NotPermitted(scene, verb);
        if (StorySteps.Takes(verb)) return !StorySteps.NotPermitted(scene, verb);
        if (RoundSteps.Takes(verb)) return !RoundSteps.NotPermitted(scene, verb);
        if (CalendarSteps.Takes(verb)) return !CalendarSteps.NotPermitted(scene, verb);
        if (CharterSteps.Takes(scene, verb)) return !CharterSteps.NotPermitted(scene, verb);
        if (verb == Verbs.Propose || DecisionSteps.Concerns(verb)) return May.Do(scene.Alliance, scene.Me, Act.ProposeDecision, scene.Alliance.Id);
        if (verb is Verbs.Erase) return true;
        if (verb is Verbs.ProposeSnapshot) return SnapshotSteps.MayPropose(scene);
        if (verb == Verbs.Indicator) return May.Do(scene.Alliance, scene.Me, Act.ListIndicators, scene.Alliance.Id);
        if (IndicatorSteps.Concerns(verb)) return IndicatorSteps.Fitting(scene, verb).Count > 0;
        if (verb is Verbs.Enter) return May.Do(scene.Alliance, scene.Me, Act.SeeReach, scene.Alliance.Id);
        if (verb is Verbs.HandOver) return scene.Alliance.HoldsAnywhere(scene.Me, Role.Manager);
        if (found.Needs == VerbNeeds.Item || verb is Verbs.Request or Verbs.Offer || IsAsked(verb)) return scene.Alliance.PartnersOf(scene.Me).Count > 0;
        return !SetUpSteps.NotPermitted(scene, new Intent(found, null, Filled.Nothing));
    }

    private static bool IsAsked(string verb) => verb is Verbs.Answers or Verbs.UndoAnswers or Verbs.Pause or Verbs.Resume or Verbs.Fewer
        or Verbs.AtMost or Verbs.StandIn or Verbs.NoStandIn;

    private static bool MayInvite(Scene scene) =>
        !SetUpSteps.NotPermitted(scene, new Intent(Conversation.Verbs.Find(Verbs.Invitations)!, null, Filled.Nothing));

    private static HelpLine Line(string verb) => new($"command.{verb}", GrammarWords.English.Examples[verb], IsButton(verb) ? verb : "");

    private static bool IsButton(string verb) => verb is Verbs.Mine or Verbs.Waiting or Verbs.Request or Verbs.Offer or Verbs.Alliance or Verbs.Invitations;
}
