using AllianceBot.Domain;

namespace AllianceBot.Conversation;

/// <summary>One switch from what is wanted to what follows. Pure: no clock, no chance, no I/O.</summary>
internal static class Stepping
{
    public static Step Next(Scene scene, Intent intent) => intent.Verb.Name switch
    {
        // The door: yes and no on the card of one who asks to come in or was invited.
        Verbs.Accept when IsDoor(intent) => Next(scene, intent with { Verb = Verbs.Find(Verbs.LetIn)! }),
        Verbs.Decline when IsDoor(intent) => Next(scene, intent with { Verb = Verbs.Find(Verbs.TurnAway)! }),
        Verbs.Withdraw when IsDoor(intent) => Next(scene, intent with { Verb = Verbs.Find(Verbs.DropInvitation)! }),
        Verbs.Erase => EraseSteps.Next(scene, intent),
        Verbs.Redact => RedactSteps.Next(scene, intent),
        _ when ConflictSteps.Takes(intent) => ConflictSteps.Next(scene, intent),
        _ when intent.Item?.Kind == SubjectKind.Decision && !IsForAnything(intent.Verb.Name) => DecisionSteps.Next(scene, intent),
        _ when intent.Item?.Kind == SubjectKind.Indicator && !IsForAnything(intent.Verb.Name) => IndicatorSteps.Next(scene, intent),
        _ when IndicatorSteps.Concerns(intent.Verb.Name) => PromiseSteps.Refused(Refusal.NotYours),
        Verbs.Indicators => new Shows(new ListShowing(ListKind.Indicators)),
        Verbs.Indicator => IndicatorSteps.New(scene, intent),
        Verbs.Propose => DecisionSteps.New(scene, intent),
        Verbs.Decisions => new Shows(new ListShowing(ListKind.Decisions)),
        _ when DigestSteps.Takes(intent.Verb.Name) => DigestSteps.Next(scene, intent),
        _ when StorySteps.Takes(intent.Verb.Name) => StorySteps.Next(scene, intent),
        _ when RoundSteps.Takes(intent.Verb.Name) => RoundSteps.Next(scene, intent),
        _ when CharterSteps.Takes(scene, intent.Verb.Name) => CharterSteps.Next(scene, intent),
        Verbs.Mine => new Shows(new ListShowing(ListKind.Mine, Page: Page(intent))),
        Verbs.Waiting => new Shows(new ListShowing(ListKind.Waiting, Page: Page(intent))),
        _ when SnapshotSteps.Takes(intent.Verb.Name) => SnapshotSteps.Next(scene, intent),
        _ when LedgerSteps.Takes(intent.Verb.Name) => LedgerSteps.Next(scene, intent),
        Verbs.Load => new Shows(new ListShowing(ListKind.Load)),
        Verbs.Alliance => new Shows(new ListShowing(ListKind.Alliance)),
        Verbs.People => new Shows(new ListShowing(
            ListKind.People, intent.Fields[FieldNames.Partner] is { } partner ? (Subject)new PartnerId(partner) : null, Page(intent))),
        Verbs.Reach => ReachViews.Board(scene.Alliance, scene.Reader) is null
            ? PromiseSteps.Refused(Refusal.NotYours) : new Shows(new ListShowing(ListKind.Reach, Page: Page(intent) - 1)),
        Verbs.Show => Shown(scene, intent),
        Verbs.WhoSees => new Shows(new ListShowing(ListKind.WhoSees, intent.Item)),
        Verbs.Help => new Shows(Help.Of(scene)),
        Verbs.Request or Verbs.Offer => PromiseSteps.New(scene, intent),
        Verbs.OnTrack or Verbs.AtRisk or Verbs.Blocked or Verbs.Done or Verbs.MoreTime or Verbs.CannotDo => Answering.Next(scene, intent),
        Verbs.Answers => intent.Fields[FieldNames.Rows] is null ? new Shows(new ListShowing(ListKind.CheckIns)) : Answering.Each(scene, intent),
        Verbs.UndoAnswers => Answering.UndoAll(scene, intent.Fields[FieldNames.Rows]) ?? new Shows(new ListShowing(ListKind.CheckIns)),
        Verbs.Snooze or Verbs.Seen or Verbs.Colleague => CheckInSteps.Next(scene, intent),
        Verbs.Prompts or Verbs.Pause or Verbs.Resume or Verbs.Fewer or Verbs.AtMost or Verbs.StandIn or Verbs.NoStandIn =>
            PromptSteps.Next(scene, intent),
        Verbs.Undo when intent.Item is { } item => Answering.Undo(scene, item) ?? PromiseSteps.Next(scene, intent),
        Verbs.LinkMe => new Mints(hash => new HandOutLinkCode(hash, scene.Ask), scene.Me, PromiseSteps.Saved(Verbs.LinkMe)),
        Verbs.Invitations => SetUpSteps.NotPermitted(scene, intent)
            ? PromiseSteps.Refused(Refusal.NotYours) : new Shows(new ListShowing(ListKind.Invitations)),
        _ when CalendarSteps.Takes(intent.Verb.Name) => CalendarSteps.Next(scene, intent),
        _ when intent.Verb.Needs == VerbNeeds.Item => PromiseSteps.Next(scene, intent),
        _ => SetUpSteps.Next(scene, intent),
    };

    private static Shows Shown(Scene scene, Intent intent)
    {
        if (intent.Item is not { } item) return new Shows(new ListShowing(ListKind.Mine));
        var seen = item.Kind switch
        {
            SubjectKind.Commitment => CommitmentViews.Card(scene.Alliance, scene.Reader, new(item.Id), scene.Now) is not null,
            SubjectKind.CheckIn => CheckInViews.Card(scene.Alliance, scene.Reader, new(item.Id), scene.Now) is not null,
            SubjectKind.Person => AllianceViews.Person(scene.Alliance, scene.Reader, new(item.Id)) is not null,
            SubjectKind.Partner => AllianceViews.Partner(scene.Alliance, scene.Reader, new(item.Id)) is not null,
            SubjectKind.Invitation => InvitationViews.Card(scene.Alliance, scene.Reader, new(item.Id)) is not null,
            SubjectKind.Alliance => scene.Alliance.Id.Value == item.Id,
            SubjectKind.Process or SubjectKind.Concern or SubjectKind.Case => ConflictSteps.Sees(scene, item),
            SubjectKind.Round => RoundViews.Card(scene.Alliance, scene.Reader, new(item.Id), scene.Now) is not null,
            SubjectKind.Decision => DecisionViews.Card(scene.Alliance, scene.Reader, new(item.Id), scene.Now) is not null,
            SubjectKind.Digest => DigestViews.Card(scene.Alliance, scene.Reader, item, scene.Now) is not null,
            SubjectKind.Preview => May.Do(scene.Alliance, scene.Me, Act.SeePreview, item),
            SubjectKind.Story => StoryViews.Card(scene.Alliance, scene.Reader, new(item.Id)) is not null,
            SubjectKind.Indicator => IndicatorViews.Card(scene.Alliance, scene.Reader, new(item.Id)) is not null,
            _ => false,
        };
        return seen ? new Shows(new ItemShowing(item)) : PromiseSteps.Refused(Refusal.NotYours);
    }

    private static bool IsForAnything(string verb) => verb is Verbs.Show or Verbs.WhoSees;

    private static bool IsDoor(Intent intent) => intent.Item?.Kind == SubjectKind.Invitation;

    private static int Page(Intent intent) => int.TryParse(intent.Fields[FieldNames.Page], out var page) ? page : 0;
}
