namespace AllianceBot.Try;

/// <summary>The people, places and ids that the Playground is given: it wants exactly one user and five more.</summary>
internal sealed partial class Playground
{
    private const string Cast = """
        version: "0.1.1"
        tenantId: 00000000-0000-0000-0000-0000000000001
        bot:
          id: "28:alliancebot"
          name: AllianceBot
        currentUser: {id: "29:you", name: You, userPrincipleName: you@example.com, aadObjectId: 00000000-0000-0000-0000-0000000000a0, givenName: You, surname: Here, email: you@example.com}
        users:
          - {id: "29:guest1", name: Guest One, userPrincipleName: guest1@example.com, aadObjectId: 00000000-0000-0000-0000-0000000000a1, givenName: Guest, surname: One, email: guest1@example.com}
          - {id: "29:guest2", name: Guest Two, userPrincipleName: guest2@example.com, aadObjectId: 00000000-0000-0000-0000-0000000000a2, givenName: Guest, surname: Two, email: guest2@example.com}
          - {id: "29:guest3", name: Guest Three, userPrincipleName: guest3@example.com, aadObjectId: 00000000-0000-0000-0000-0000000000a3, givenName: Guest, surname: Three, email: guest3@example.com}
          - {id: "29:guest4", name: Guest Four, userPrincipleName: guest4@example.com, aadObjectId: 00000000-0000-0000-0000-0000000000a4, givenName: Guest, surname: Four, email: guest4@example.com}
          - {id: "29:guest5", name: Guest Five, userPrincipleName: guest5@example.com, aadObjectId: 00000000-0000-0000-0000-0000000000a5, givenName: Guest, surname: Five, email: guest5@example.com}
        personalChat: {id: personal-you}
        groupChat: {id: "19:riverbend-group@thread.v2", name: Riverbend group}
        team: {id: "19:riverbend@thread.tacv2", name: Riverbend Works, aadGroupId: 00000000-0000-0000-0000-0000000000b0, channels: [{id: "19:partners@thread.tacv2", name: Partners}]}

        """;
}
