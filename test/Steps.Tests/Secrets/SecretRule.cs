using System.Text.RegularExpressions;

namespace SonicBridge.Steps.Tests.Secrets;

/// <summary>A kind of text that does not belong into a repository, and what of that kind is an example.</summary>
/// <param name="Name">What it is, for whoever has to take it out.</param>
/// <param name="Pattern">What it looks like.</param>
/// <param name="IsExample">Whether a find can belong to nobody.</param>
internal sealed record SecretRule(string Name, Regex Pattern, Func<string, bool> IsExample)
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(5);

    // Accounts that AWS's documentation uses, and one that nobody has.
    private static readonly string[] s_accounts =
    [
        "111122223333",
        "123456789012",
        "444455556666",
        "777788889999",
        "999988887777",
        "000000000000",
    ];

    public static IReadOnlyList<SecretRule> All { get; } =
    [
        new(
            "an access key of AWS",
            Expression("(?<![A-Z0-9])(AKIA|ASIA|AIDA|AROA|AIPA|ABIA|ACCA)[A-Z0-9]{16}(?![A-Z0-9])"),
            key => key.EndsWith("EXAMPLE", StringComparison.Ordinal)
        ),
        new(
            "a secret key of AWS",
            Expression(
                "(?i)(secret_?access_?key|secret_?key)['\"]?\\s*[:=]\\s*['\"]?[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+])"
            ),
            key => key.Contains("EXAMPLE", StringComparison.Ordinal)
        ),
        Never("a key of Amazon Bedrock", "ABSK[A-Za-z0-9+/]{60,}"),
        Never("a private key", "-----BEGIN ([A-Z]+ )*PRIVATE KEY( BLOCK)?-----"),
        Never("a token of GitHub", "(gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{60,})"),
        Never("a token of GitLab", "glpat-[A-Za-z0-9_-]{20,}"),
        Never("a token of Slack", "(xox[abeprs]-[A-Za-z0-9-]{10,}|hooks\\.slack\\.com/services/T[A-Z0-9]{6,})"),
        Never("a key of Google", "AIza[A-Za-z0-9_-]{35}"),
        Never("a token of npm", "npm_[A-Za-z0-9]{36}"),
        Never("a key of NuGet", "(?<![A-Za-z0-9])oy2[a-z0-9]{43}(?![A-Za-z0-9])"),
        Never("a token of PyPI or Docker", "(pypi-AgE[A-Za-z0-9_-]{50,}|dckr_pat_[A-Za-z0-9_-]{20,})"),
        Never("a key of a model's provider", "(?<![A-Za-z0-9])sk-[A-Za-z0-9]+-?[A-Za-z0-9_-]{32,}"),
        Never("a signed web token", "eyJ[A-Za-z0-9_-]{10,}\\.eyJ[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{10,}"),
        Never("a presigned address", "X-Amz-Signature=[0-9a-f]{64}"),
        Never("a password in an address", "[a-z]://[^/\\s\"':@{}<>]+:[^/\\s\"'@{}<>]+@[\\w.-]+"),
        new(
            "a telephone number",
            Expression(
                "(?<![\\w+])\\+[1-9]\\d{7,14}(?!\\d)|(?<![\\d-])(\\+\\d{1,3}[ -])?\\(?\\d{3}\\)?[ -]\\d{3}-\\d{4}(?![\\d-])"
            ),
            IsFictional
        ),
        new("an account of AWS", Expression("(?<![\\w+-]|\\d\\.)\\d{12}(?![\\w-])"), s_accounts.Contains),
        Never(
            "a path of somebody's machine",
            "(?<![\\w./:*>~-])/(home|Users|root|work|mnt|var/folders|opt/hostedtoolcache)/[\\w.-]+|(?<![A-Za-z])[A-Z]:\\\\{1,2}(Users|work|src)\\b"
        ),
    ];

    /// <summary>What is found in a text that is no example.</summary>
    public static IEnumerable<(SecretRule Rule, string Found)> FindIn(string text) =>
        from rule in All
        from match in rule.Pattern.Matches(text)
        where !rule.IsExample(match.Value)
        select (rule, match.Value);

    /// <summary>Numbers that are given to nobody: 555-01xx in North America, and Ofcom's for drama.</summary>
    private static bool IsFictional(string number)
    {
        var digits = string.Concat(number.Where(char.IsAsciiDigit));
        return Expression("^(1?(\\d{3})?55501\\d\\d|44(1632960|7700900|2079460)\\d{3})$").IsMatch(digits);
    }

    private static SecretRule Never(string name, string pattern) => new(name, Expression(pattern), _ => false);

    private static Regex Expression(string pattern) => new(pattern, RegexOptions.ExplicitCapture, s_limit);
}
