using System.Reflection;
using System.Runtime.CompilerServices;
using Aspire.Hosting;
using Tmcp.Tests.Shared;

namespace TmcpHosting.Tests.ApplicationModel;

/// <summary>
/// The library has Aspire's public names and no others. PublicApi.txt lists them; a new line there has to be one of Aspire's.
/// </summary>
public sealed class PublicApiTests
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static string ListPath => Path.Combine(RepositoryFolder.Path, "tests", "TmcpHosting.Tests", "PublicApi.txt");

    [Fact]
    public void Public_members_are_the_ones_on_the_list()
    {
        var actual = Describe(typeof(DistributedApplication).Assembly);
        var listed = File.ReadAllLines(ListPath).Where(line => line.Length > 0).ToArray();

        var added = actual.Except(listed, StringComparer.Ordinal).Select(line => $"+ {line}");
        var removed = listed.Except(actual, StringComparer.Ordinal).Select(line => $"- {line}");

        var difference = string.Join('\n', added.Concat(removed));
        Assert.True(difference.Length == 0, $"Correct the code, or PublicApi.txt if Aspire 13.5.2 has the member:\n{difference}");
    }

    [Fact]
    public void Every_public_type_is_in_a_namespace_of_Aspire() =>
        Assert.All(typeof(DistributedApplication).Assembly.GetExportedTypes(), type => Assert.StartsWith("Aspire.Hosting", type.Namespace, StringComparison.Ordinal));

    private static IReadOnlyList<string> Describe(Assembly assembly) =>
    [
        .. assembly.GetExportedTypes()
            .SelectMany(type => NamesOf(type).Prepend("").Select(name => name.Length == 0 ? $"{Name(type)}" : $"{Name(type)}.{name}"))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    // Overloads share a line: what must not slip in are names.
    private static IEnumerable<string> NamesOf(Type type) => type.GetMembers(Declared)
        .Where(member => IsVisible(member) && member is not Type && !IsCompilers(type, member))
        .Select(member => member.Name);

    private static bool IsVisible(MemberInfo member) => member switch
    {
        MethodBase method => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly,
        PropertyInfo property => property.GetAccessors(nonPublic: true).Any(IsVisible),
        FieldInfo field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly,
        EventInfo @event => IsVisible(@event.AddMethod!),
        _ => false,
    };

    // Accessors stand for their property; records bring equality and printing of their own.
    private static bool IsCompilers(Type type, MemberInfo member) => member is MethodInfo { IsSpecialName: true, Name: not ("op_Implicit" or "op_Explicit") }
        || member.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
        || (type.IsEnum && member.Name == "value__")
        || (type.GetMethod("<Clone>$") is not null && member.Name is "EqualityContract" or "PrintMembers" or "ToString" or "Equals" or "GetHashCode" or "Deconstruct");

    private static string Name(Type type) => type.FullName!;
}
