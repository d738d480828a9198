namespace AllianceBot.Domain;

/// <summary>Everything that can be done, in one list: what <see cref="May"/> decides over.</summary>
public enum Act
{
    // Alliances
    SeeAlliance,
    SetUp,

    /// <summary>A partner's name and working days, and the roles of its own people.</summary>
    ManagePartner,

    /// <summary>A person's name, and letting the person go.</summary>
    ManagePeople,

    /// <summary>Subject: the partner to invite for, or the alliance for somebody of no partner; or an open invitation.</summary>
    Invite,
    AnswerJoin,
    LinkPlace,
    Leave,

    /// <summary>Who can be reached and who cannot.</summary>
    SeeReach,

    // Commitments
    Propose,
    SeePromise,
    SeeState,
    Answer,
    Withdraw,
    Report,
    Status,
    GiveUp,
    ProposeChange,
    AnswerChange,
    RetractChange,
    AcceptReport,
    ReturnReport,
    Release,
    SayUnmet,
    Replace,
    Correct,
    SeeDifferently,
    Note,
    HandOver,

    /// <summary>Says how many hours of work a promise takes: the doing side.</summary>
    Estimate,

    // Load

    /// <summary>A person's or a partner's hours for the alliance, with what was set for them.</summary>
    SeeLoad,
    SetBudget,

    /// <summary>To take down what somebody else said by phone or on paper.</summary>
    EnterTold,

    /// <summary>To say that it is not right, or take it back.</summary>
    RejectTold,

    // Check-ins
    AnswerCheckIn,
    SeeCheckIn,
    OpenCheckIn,

    /// <summary>Saying that an answer that says trouble was looked at.</summary>
    AcknowledgeCheckIn,

    // Decisions
    ProposeDecision,
    SeeDecision,

    /// <summary>The voices, once they are shown, and what was said beside them.</summary>
    SeeDecisionInside,
    GiveVoice,

    /// <summary>Amend, extend, write the outcome, answer the review.</summary>
    LeadDecision,
    WithdrawDecision,
    NoteDecision,

    // Conflicts
    RaiseConcern,
    SeeConcern,

    /// <summary>Offer a talk, tell it on, end it, take it back: who raised it.</summary>
    LeadConcern,

    /// <summary>Say something to the offer of a talk.</summary>
    AnswerConcern,
    HearConcern,
    OpenCase,

    /// <summary>That there are cases, as a count from two of a kind on.</summary>
    CountCases,
    SeeCase,

    /// <summary>Notes, and consents to who may read more.</summary>
    WriteInCase,

    /// <summary>What is said for a party on its rung.</summary>
    SpeakInCase,
    BeNeutralInCase,

    /// <summary>Say whether a ground to skip a rung is one.</summary>
    ConfirmInCase,
    // The benchmarks
    SeeRound,

    /// <summary>Plans, starts and leads a round.</summary>
    RunRound,

    /// <summary>Says something in it, for a partner.</summary>
    SpeakInRound,

    /// <summary>Answers a record for a partner.</summary>
    AnswerRecord,

    /// <summary>Keeps a note on a component that is taken alone.</summary>
    NoteTalk,

    // Indicators

    /// <summary>Puts an agreed number on the list.</summary>
    ListIndicators,
    SeeIndicator,

    /// <summary>Who reports it, and what was said beside the numbers.</summary>
    SeeIndicatorInside,

    /// <summary>Changes what was agreed, or takes it off the list.</summary>
    LeadIndicator,
    NameOwner,

    /// <summary>To say yes or no to reporting it.</summary>
    AnswerOwner,

    /// <summary>Reports, corrects, and says what helps and what is in the way: the owner or a facilitator.</summary>
    EnterReading,

    // The charter
    DraftCharter,

    /// <summary>A partner's own sections of the draft.</summary>
    DraftPart,

    /// <summary>A process for conflicts, its versions and its draft.</summary>
    SeeProcess,
    DraftProcess,

    // Digests
    SeeDigest,

    /// <summary>What the next digests say about the own promises.</summary>
    SeePreview,

    // Joint stories and thanks
    TellStory,
    SeeStory,
    GiveThanks,

    /// <summary>Adopt the charter, ratify a process, set own terms, confirm a goal: what a representative says for the partner.</summary>
    SpeakForPartner,

    // Ledger

    /// <summary>A partner's figures and its give and take, a person's figures, or the sum of all.</summary>
    SeeLedger,

    /// <summary>Results that the alliance approved for its observers and funders.</summary>
    SeeSnapshot,

    /// <summary>To have a person's name and words destroyed.</summary>
    Erase,

    /// <summary>To take a record out as a whole: a partner's, or the alliance's as far as one sees it.</summary>
    Export,
}
