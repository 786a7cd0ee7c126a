using System.Text;

namespace Tmcp.Publisher.Tests.Kubernetes;

/// <summary>What the kubelet makes of a text: the algorithm of k8s.io/kubernetes/third_party/forked/golang/expansion, written down again.</summary>
internal static class KubernetesExpansion
{
    internal static string Expand(string text, IReadOnlyDictionary<string, string> variables)
    {
        var result = new StringBuilder();
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] != '$' || index + 1 == text.Length)
            {
                result.Append(text[index]);
                continue;
            }

            index++;
            var close = text.IndexOf(')', index);
            if (text[index] == '$')
            {
                result.Append('$');
            }
            else if (text[index] == '(' && close > 0)
            {
                var name = text[(index + 1)..close];
                result.Append(variables.TryGetValue(name, out var value) ? value : $"$({name})");
                index = close;
            }
            else
            {
                result.Append('$').Append(text[index]);
            }
        }

        return result.ToString();
    }
}
