namespace Tmcp.Publisher.Expressions;

/// <summary>The name of a parameter: that of its resource, with the input's where it is not the usual <c>value</c>.</summary>
internal static class InputName
{
    internal static string Of(string resource, string input) => input == "value" ? resource : $"{resource}-{input}";
}
