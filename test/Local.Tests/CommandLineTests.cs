namespace SonicBridge.Local.Tests;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("call", "--no-such-option")]
    [InlineData("call", "--bedrock", "elsewhere")]
    [InlineData("migrate", "--no-such-option")]
    [InlineData("rollback", "--dry-run")]
    [InlineData("diagnose", "--endpoint")]
    [InlineData("no-such-command")]
    [InlineData("call", "--product", "no-such-folder")]
    public async Task A_command_line_that_is_wrong_is_told_from_a_call_that_went_wrong(params string[] args) =>
        (await CommandLine.RunAsync(args)).ShouldBe(2);

    [Theory]
    [InlineData("call")]
    [InlineData("migrate")]
    [InlineData("rollback")]
    [InlineData("diagnose")]
    public async Task Each_command_has_its_help(string command) =>
        (await CommandLine.RunAsync([command, "--help"])).ShouldBe(0);
}
