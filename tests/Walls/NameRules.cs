using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Walls;

/// <summary>What things may not be called.</summary>
internal static partial class NameRules
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    // Words of a platform or of a store. They begin a word of the name: "Sqlite" is found by "sql", "interactivity" is not found.
    private static readonly string[] Foreign =
        ["teams", "activity", "activities", "sql", "discord", "slack", "postgres", "npgsql", "litedb", "botframework", "playground"];

    private static readonly string[] Empty = ["Manager", "Helper", "Helpers", "Utils", "Util", "Service", "Data", "Info"];

    public static IEnumerable<string> ForeignWords(IEnumerable<Type> types) =>
        from type in types
        from name in Names(type)
        where WordsOf(name).Any(word => Foreign.Any(foreign => word.StartsWith(foreign, StringComparison.OrdinalIgnoreCase)))
        select $"{type.FullName}: {name}";

    public static IEnumerable<string> EmptyWords(IEnumerable<Type> types) =>
        from type in types
        let name = type.Name.Split('`')[0]
        where Empty.Any(word => name.EndsWith(word, StringComparison.Ordinal))
        select type.FullName;

    /// <summary>Types that somebody wrote: without what the compiler and the generators made.</summary>
    public static IEnumerable<Type> WrittenTypes(Assembly assembly) => assembly.GetTypes().Where(IsWritten);

    /// <summary>The type as it is named in the XML documentation file.</summary>
    public static string DocumentationName(Type type) => "T:" + (type.IsConstructedGenericType ? type.GetGenericTypeDefinition() : type).FullName!.Replace('+', '.');

    /// <summary>
    /// Whether a type has its sentence. One of a family (a command, an event) may leave it to the abstract head of the family:
    /// a line that only repeats the name helps nobody.
    /// </summary>
    public static bool IsSaid(Type type, HashSet<string> said) =>
        said.Contains(DocumentationName(type)) || (type.BaseType is { IsAbstract: true } head && IsSaid(head, said));

    private static IEnumerable<string> Names(Type type)
    {
        yield return type.Name;
        foreach (var member in type.GetMembers(Declared).Where(member => member is not Type && !IsMade(member)))
        {
            if (member is MethodInfo { IsSpecialName: true }) continue;
            yield return member.Name;
            if (member is not MethodBase method) continue;
            foreach (var parameter in method.GetParameters()) yield return parameter.Name ?? "";
        }
    }

    private static bool IsWritten(Type type)
    {
        for (var at = type; at is not null; at = at.DeclaringType)
        {
            if (IsMade(at)) return false;
        }

        return type.Namespace is null || !type.Namespace.StartsWith("Microsoft.", StringComparison.Ordinal)
            && !type.Namespace.StartsWith("System.", StringComparison.Ordinal);
    }

    private static bool IsMade(MemberInfo member) =>
        member.Name.Contains('<', StringComparison.Ordinal)
        || member.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
        || member.IsDefined(typeof(System.CodeDom.Compiler.GeneratedCodeAttribute), inherit: false);

    private static IEnumerable<string> WordsOf(string name) => Word().Matches(name).Select(match => match.Value);

    [GeneratedRegex("[A-Z]+(?![a-z])|[A-Z]?[a-z0-9]+")]
    private static partial Regex Word();
}
