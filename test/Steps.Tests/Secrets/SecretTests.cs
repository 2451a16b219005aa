using System.Text;
using System.Text.RegularExpressions;

namespace SonicBridge.Steps.Tests.Secrets;

/// <summary>No file of the repository holds what opens something, belongs to somebody or tells of a machine.</summary>
public sealed class SecretTests
{
    // Finds that may stay, with the reason. None yet: examples are told from the rest by the rules.
    private static readonly Dictionary<(string File, string Found), string> s_allowed = [];

    [Fact]
    public async Task No_file_holds_a_secret_a_number_of_somebody_or_a_machines_path()
    {
        var found = new List<(string File, string Found, string What)>();
        foreach (var (file, text) in await TextsAsync())
        {
            found.AddRange(SecretRule.FindIn(text).Select(one => (file, one.Found, one.Rule.Name)));
        }

        found
            .Where(one => !s_allowed.ContainsKey((one.File, one.Found)))
            .Select(one => $"{one.File}: {one.What}: {one.Found[..Math.Min(one.Found.Length, 12)]}...")
            .ShouldBeEmpty();
        s_allowed.Keys.ShouldBeSubsetOf(
            found.Select(one => (one.File, one.Found)),
            "A reason that nothing needs any more."
        );
        s_allowed.Values.ShouldAllBe(reason => reason.EndsWith('.'));
    }

    [Fact]
    public async Task Packages_are_locked_to_the_public_registry()
    {
        foreach (var (file, text) in await TextsAsync())
        {
            if (Path.GetFileName(file) is "package-lock.json" or "packages.lock.json")
            {
                Regex
                    .Matches(text, "\"resolved\": \"(?<from>[^\"]+)\"", RegexOptions.None, TimeSpan.FromSeconds(5))
                    .Select(match => match.Groups["from"].Value)
                    .ShouldAllBe(
                        from => from.StartsWith("https://registry.npmjs.org/", StringComparison.Ordinal),
                        file
                    );
            }
        }
    }

    // In two parts each, so that no file of ours holds a whole one.
    [Theory]
    [InlineData("an access key of AWS", "key AKIA", "ABCDEFGHIJKLMNOP")]
    [InlineData("a secret key of AWS", "aws_secret_access_key = ", "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMN")]
    [InlineData("a key of Amazon Bedrock", "ABSK", "QmVkcm9ja0FQSUtleS1hYmNkZWZnaGlqa2xtbm9wcXJzdHV2d3h5ekFCQ0RFRkdI")]
    [InlineData("a private key", "-----BEGIN RSA ", "PRIVATE KEY-----")]
    [InlineData("a private key", "-----BEGIN ", "PRIVATE KEY-----")]
    [InlineData("a token of GitHub", "ghp_", "abcdefghijklmnopqrstuvwxyz0123456789")]
    [InlineData("a token of Slack", "xoxb-", "1234567890-abcdef")]
    [InlineData("a key of Google", "AIza", "SyA1234567890abcdefghijklmnopqrstuv")]
    [InlineData("a token of npm", "npm_", "abcdefghijklmnopqrstuvwxyz0123456789")]
    [InlineData("a signed web token", "eyJhbGciOiJIUzI1NiJ9.", "eyJzdWIiOiIxMjM0In0.abcdefghijklmnop")]
    [InlineData("a password in an address", "postgres://user:", "hunter2@db.example.com/x")]
    [InlineData("a telephone number", "call +4930", "12345678 now")]
    [InlineData("a telephone number", "(202) 456-", "1111")]
    [InlineData("a telephone number", "+1 202-456-", "1111")]
    [InlineData("an account of AWS", "arn:aws:iam::8642", "09753186:role/r")]
    [InlineData("a path of somebody's machine", "/home/", "somebody/repository")]
    [InlineData("a path of somebody's machine", "C:\\Us", "ers\\somebody")]
    public void A_rule_finds_what_it_is_for(string rule, string first, string second) =>
        SecretRule.FindIn(first + second).Select(one => one.Rule.Name).ShouldBe([rule]);

    [Theory]
    [InlineData("AKIAIOSFODNN7EXAMPLE")]
    [InlineData("+12025550123 and +18005550199, +441632960123")]
    [InlineData("+1 (202) 555-0123")]
    [InlineData("arn:aws:iam::111122223333:role/r")]
    [InlineData("took 4.372802734375 ms")]
    [InlineData("5b9dd5c6-9a3e-4c7e-8f43-123412341234")]
    [InlineData("https://example.com/" + "home/x and ~/" + "work/x")]
    [InlineData("https://docs.example.com:443/a@b")]
    public void An_example_is_none(string text) => SecretRule.FindIn(text).ShouldBeEmpty();

    private static async Task<IReadOnlyList<(string File, string Text)>> TextsAsync()
    {
        var (exitCode, listed) = await ExternalTool.RunAsync(
            "git",
            "apt-get install git",
            "-C",
            Repository.Root,
            "ls-files",
            "-z"
        );
        Assert.SkipUnless(exitCode == 0, "These files are no working copy of git, which knows what belongs to them.");
        var texts = new List<(string, string)>();
        foreach (var file in listed.Split('\0', StringSplitOptions.RemoveEmptyEntries))
        {
            var path = Repository.PathOf(file);
            // One that is deleted and not yet committed is listed still.
            if (!File.Exists(path))
            {
                continue;
            }

            var content = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
            // Sounds and pictures hold a zero byte soon.
            if (!content.AsSpan(0, Math.Min(content.Length, 8000)).Contains((byte)0))
            {
                texts.Add((file, Encoding.UTF8.GetString(content)));
            }
        }

        texts.Count.ShouldBeGreaterThan(1000);
        return texts;
    }
}
