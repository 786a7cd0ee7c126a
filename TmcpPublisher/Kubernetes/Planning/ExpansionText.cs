using System.Text;

namespace Tmcp.Publisher.Kubernetes.Planning;

/// <summary>
/// Text that Kubernetes expands: in <c>env[].value</c>, <c>command</c> and <c>args</c> it reads <c>$(X)</c> as the variable X and <c>$$</c>
/// as one dollar. See https://kubernetes.io/docs/tasks/inject-data-application/define-interdependent-environment-variables/.
/// </summary>
internal static class ExpansionText
{
    // Stands for the "$(" of our own references until the text around them is escaped. Not a character of any text that YAML can carry.
    private const char Mark = '\uffff';

    /// <summary>A reference to a variable, to be passed through <see cref="Escape"/> with the text around it.</summary>
    internal static string Reference(string variable) => Mark + variable + ")";

    /// <summary>The text so that Kubernetes reads it as it was, references aside.</summary>
    internal static string Escape(string text)
    {
        var escaped = new StringBuilder();
        for (var index = 0; index < text.Length; index++)
        {
            var character = text[index];
            var next = index + 1 < text.Length ? text[index + 1] : ' ';
            if (character == Mark)
                escaped.Append("$(");
            else if (character == '$' && (next is '$' or '(' or Mark))
                escaped.Append("$$");
            else
                escaped.Append(character);
        }

        return escaped.ToString();
    }
}
