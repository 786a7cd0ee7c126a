using Tmcp.Publisher.Lint.Rules;

namespace Tmcp.Publisher.Lint;

/// <summary>Every rule.</summary>
internal static class LintRules
{
    internal static IReadOnlyList<LintRule> All { get; } =
    [
        // What the files are
        new SchemaRule(), new UnknownKindRule(), new DuplicateObjectRule(), new NamespaceRule(), new SecretVersionRule(), new PruneProtectionRule(), new ApplicationRule(),

        // References and their producers
        new ConfigMapReferenceRule(), new SecretReferenceRule(), new ClaimReferenceRule(), new ServiceAccountReferenceRule(), new RoleBindingRule(), new SecretStoreRule(),
        new RouteServiceRule(), new RouteMiddlewareRule(), new RouteCertificateRule(), new AutoscalerRule(), new DisruptionBudgetRule(), new ServiceReferenceRule(),
        new EnvironmentReferenceRule(), new ModelNameRule(),

        // Selectors and ports
        new TemplateSelectorRule(), new ServiceSelectorRule(), new ServicePortRule(), new PolicySelectorRule(), new PolicyPortRule(), new PolicyAddressRule(),

        // Who may call whom
        new EdgePolicyRule(), new PolicyEdgeRule(), new RoutePolicyRule(),

        // Pods
        new EnvironmentNameRule(), new ProbeRule(), new ResourcesRule(), new SingleWriterRule(), new RestrictedProfileRule(), new MutableTagRule(), new ImageDigestRule(),

        // Secrets
        new LiteralSecretRule(), new SecretShapeRule(), new SecretObjectRule(), new SecretMarkerRule(),
    ];

    /// <summary>The ids of all findings, those of the rendering itself included.</summary>
    internal static IEnumerable<string> Ids => All.Select(rule => rule.Id).Append(RenderedFolders.RuleId).Append(RenderedFolders.PatchRuleId);
}
