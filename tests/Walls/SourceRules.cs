using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Walls;

/// <summary>What a source file may not contain. Each rule takes the file as syntax and answers "line: what".</summary>
internal static partial class SourceRules
{
    public static SyntaxNode Parse(string text) =>
        CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.Preview)).GetRoot();

    public static IEnumerable<string> OpenEnds(SyntaxNode file) =>
        from comment in Comments(file)
        where OpenEnd().IsMatch(comment.ToString())
        select Fault(comment.GetLocation(), "an open end");

    /// <summary>A comment line that reads as a whole statement or member is code that somebody put aside.</summary>
    public static IEnumerable<string> CommentedCode(SyntaxNode file) =>
        from comment in Comments(file)
        where !comment.IsKind(SyntaxKind.SingleLineDocumentationCommentTrivia)
        from line in comment.ToString().Split('\n')
        let code = line.Trim().TrimStart('/', '*', ' ')
        where code.EndsWith(';') || code.EndsWith('{')
        where code.Contains('(', StringComparison.Ordinal) || code.Contains('=', StringComparison.Ordinal)
        where IsCode(code)
        select Fault(comment.GetLocation(), $"commented code: {code}");

    public static IEnumerable<string> Regions(SyntaxNode file) =>
        from region in file.DescendantNodes(descendIntoTrivia: true).OfType<RegionDirectiveTriviaSyntax>()
        select Fault(region.GetLocation(), "a #region");

    /// <summary>A filter makes it a chosen few again, and what is thrown on at the end was only looked at: both are fine.</summary>
    public static IEnumerable<string> CatchAll(SyntaxNode file) =>
        from clause in file.DescendantNodes().OfType<CatchClauseSyntax>()
        where clause.Filter is null && clause.Declaration?.Type.ToString() is null or "Exception" or "System.Exception"
        where clause.Block.Statements.LastOrDefault() is not ThrowStatementSyntax { Expression: null }
        select Fault(clause.GetLocation(), "catches everything");

    public static IEnumerable<string> AsyncVoid(SyntaxNode file) =>
        from node in file.DescendantNodes()
        let found = node switch
        {
            MethodDeclarationSyntax method => (method.Modifiers, method.ReturnType),
            LocalFunctionStatementSyntax local => (local.Modifiers, local.ReturnType),
            _ => default((SyntaxTokenList Modifiers, TypeSyntax ReturnType)?),
        }
        where found is { } it && it.Modifiers.Any(SyntaxKind.AsyncKeyword) && it.ReturnType.ToString() == "void"
        select Fault(node.GetLocation(), "async void: nobody sees it fail");

    public static IEnumerable<string> Blocking(SyntaxNode file) =>
        from access in file.DescendantNodes().OfType<MemberAccessExpressionSyntax>()
        let name = access.Name.Identifier.Text
        where name == "Result" || (name is "GetResult" && access.Expression.ToString().EndsWith("GetAwaiter()", StringComparison.Ordinal))
        select Fault(access.GetLocation(), "waits for a task by blocking the thread");

    public static IEnumerable<string> ForgottenTasks(SyntaxNode file) =>
        from assignment in file.DescendantNodes().OfType<AssignmentExpressionSyntax>()
        where assignment.Left.ToString() == "_" && assignment.Right is InvocationExpressionSyntax
        let called = ((InvocationExpressionSyntax)assignment.Right).Expression.ToString()
        where called.EndsWith("Async", StringComparison.Ordinal)
        select Fault(assignment.GetLocation(), $"{called} is started and forgotten");

    public static IEnumerable<string> SilencedBans(SyntaxNode file) =>
        from pragma in file.DescendantNodes(descendIntoTrivia: true).OfType<PragmaWarningDirectiveTriviaSyntax>()
        where pragma.ErrorCodes.Any(code => code.ToString() == "RS0030")
        select Fault(pragma.GetLocation(), "uses a banned symbol");

    /// <summary>
    /// Texts for people live in cards/words. What stays in C# is for developers: exceptions, asserts, logs and attributes.
    /// </summary>
    public static IEnumerable<string> Sentences(SyntaxNode file) =>
        from node in file.DescendantNodes()
        let text = node switch
        {
            LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.StringLiteralExpression) => literal.Token.ValueText,
            InterpolatedStringExpressionSyntax whole => string.Concat(whole.Contents.Select(part =>
                part is InterpolatedStringTextSyntax words ? words.TextToken.ValueText : "x")),
            _ => "",
        }
        where IsSentence(text) && !IsForDevelopers(node)
        select Fault(node.GetLocation(), $"a sentence: {text}");

    private static bool IsSentence(string text) =>
        text.TrimEnd() is [.., '.' or '?' or '!'] && TwoWords().IsMatch(text);

    private static bool IsForDevelopers(SyntaxNode node) => node.Ancestors().Any(above => above switch
    {
        AttributeSyntax or ThrowStatementSyntax or ThrowExpressionSyntax => true,
        ObjectCreationExpressionSyntax made => made.Type.ToString().EndsWith("Exception", StringComparison.Ordinal),
        InvocationExpressionSyntax call => DeveloperCall().IsMatch(call.Expression.ToString()),
        _ => false,
    });

    private static IEnumerable<SyntaxTrivia> Comments(SyntaxNode file) =>
        file.DescendantTrivia().Where(trivia =>
            trivia.IsKind(SyntaxKind.SingleLineCommentTrivia)
            || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia)
            || trivia.IsKind(SyntaxKind.SingleLineDocumentationCommentTrivia));

    private static bool IsCode(string line)
    {
        var closed = line.EndsWith('{') ? line + "}" : line;
        return !SyntaxFactory.ParseStatement(closed).ContainsDiagnostics
            || SyntaxFactory.ParseMemberDeclaration(closed) is { ContainsDiagnostics: false };
    }

    private static string Fault(Location where, string what) => $"{where.GetLineSpan().StartLinePosition.Line + 1}: {what}";

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|XXX)\b")]
    private static partial Regex OpenEnd();

    [GeneratedRegex(@"\p{L}+,? \p{L}+")]
    private static partial Regex TwoWords();

    [GeneratedRegex(@"^(Debug\.\w+|Trace\.\w+|\w*Exception\.\w+|\w*[lL]og\w*\.\w+|Console\.Error\.\w+)$")]
    private static partial Regex DeveloperCall();
}
