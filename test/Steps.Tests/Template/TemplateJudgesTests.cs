namespace SonicBridge.Steps.Tests.Template;

/// <summary>What AWS's own tools say of the template.</summary>
public sealed class TemplateJudgesTests : IDisposable
{
    private const string ToInstall = "pip install cfn-lint (SAM's translator comes with it)";

    private const string Translate = """
        import json, sys
        from samtranslator.parser.parser import Parser
        from samtranslator.translator.translator import Translator
        template = json.load(open(sys.argv[1]))
        for resource in template["Resources"].values():
            if resource["Type"] == "AWS::Serverless::Function":
                resource["Properties"]["CodeUri"] = "s3://uploaded/package"
        json.dump(Translator({}, Parser()).translate(template, {}), open(sys.argv[2], "w"))
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("template-");

    public void Dispose() => _folder.Delete(recursive: true);

    private string Deployed()
    {
        var file = Path.Combine(_folder.FullName, "deployed.template");
        File.WriteAllText(file, DeployedTemplate.Substituted().ToJsonString());
        return file;
    }

    [Fact]
    public async Task Cfn_lint_has_nothing_to_say_of_the_template_as_it_stands()
    {
        var (exitCode, output) = await ExternalTool.RunAsync(
            "cfn-lint",
            ToInstall,
            "-t",
            Repository.PathOf(DeployedTemplate.File)
        );

        output.ShouldBeEmpty();
        exitCode.ShouldBe(0);
    }

    [Fact]
    public async Task Cfn_lint_has_nothing_to_say_of_what_is_deployed()
    {
        var (exitCode, output) = await ExternalTool.RunAsync("cfn-lint", ToInstall, "-t", Deployed());

        output.ShouldBeEmpty();
        exitCode.ShouldBe(0);
    }

    [Fact]
    public async Task SAM_translates_what_is_deployed_and_cfn_lint_has_nothing_to_say_of_that()
    {
        var translated = Path.Combine(_folder.FullName, "translated.template");
        var (exitCode, output) = await ExternalTool.RunAsync(
            "python3",
            ToInstall,
            "-c",
            Translate,
            Deployed(),
            translated
        );
        if (output.Contains("No module named", StringComparison.Ordinal))
        {
            Assert.Skip($"SAM's translator is not installed: {ToInstall}.");
        }

        exitCode.ShouldBe(0, output);
        var (lintExitCode, said) = await ExternalTool.RunAsync("cfn-lint", ToInstall, "-t", translated);
        said.ShouldBeEmpty();
        lintExitCode.ShouldBe(0);
    }
}
