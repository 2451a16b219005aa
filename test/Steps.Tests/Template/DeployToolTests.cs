using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace SonicBridge.Steps.Tests.Template;

/// <summary><c>dotnet lambda deploy-serverless</c> and <c>package-ci</c> find everything that they look for.</summary>
public sealed class DeployToolTests
{
    private const string StepsDefaults = "src/Steps/aws-lambda-tools-defaults.json";

    private static readonly JsonObject s_defaults = DeployedTemplate.Parse(DeployedTemplate.DefaultsFile);
    private static readonly JsonObject s_template = DeployedTemplate.Read();
    private static readonly XDocument s_project = XDocument.Load(
        Repository.PathOf("src/Steps/SonicBridge.Steps.csproj")
    );

    [Fact]
    public void The_roots_defaults_are_options_of_the_two_commands_that_run_there() =>
        ShouldBeOptions(s_defaults, DeployTool.DeployServerless.Concat(DeployTool.PackageCi));

    [Fact]
    public void The_packages_defaults_are_options_of_the_command_that_makes_it()
    {
        var defaults = DeployedTemplate.Parse(StepsDefaults);
        // The generator's, and deploy-function's for whoever deploys one by hand.
        defaults.Remove("template").ShouldBeTrue();
        defaults.Remove("function-runtime").ShouldBeTrue();

        ShouldBeOptions(defaults, DeployTool.Package);
    }

    [Fact]
    public void Deploying_asks_for_the_stacks_name_and_packaging_in_a_pipeline_which_cannot_ask_for_nothing()
    {
        foreach (var required in new[] { "template", "output-template" })
        {
            ((string?)s_defaults[required]).ShouldNotBeNullOrEmpty(required);
        }

        ((bool)s_defaults["resolve-s3"]!).ShouldBeTrue("Without a bucket, somebody is asked for one.");
        s_defaults["stack-name"].ShouldBeNull();
        ((string)s_defaults["output-template"]!).ShouldStartWith("artifacts/", customMessage: "Git leaves it alone.");
        Repository.Read(".gitignore").ShouldContain("artifacts/");
    }

    /// <summary>What stands between <c>$(</c> and <c>)</c> would be taken from the environment.</summary>
    [Fact]
    public void No_default_depends_on_the_environment() =>
        s_defaults
            .Where(option => option.Value is JsonValue value && value.GetValueKind() == JsonValueKind.String)
            .ShouldAllBe(option => !((string)option.Value!).Contains("$(", StringComparison.Ordinal));

    [Fact]
    public void Every_function_comes_from_one_package_that_is_made_once()
    {
        var found = DeployTool.LocalPaths(s_template).ShouldHaveSingleItem();

        found.Key.ShouldBe("src/Steps");
        found.ShouldBe(
            DeployedTemplate.OfType(s_template, "AWS::Serverless::Function").Select(function => function.Key),
            ignoreOrder: true
        );
        Directory.GetFiles(Repository.PathOf(found.Key), "*.??proj").ShouldHaveSingleItem();
    }

    /// <summary>A folder other than the template's own is packaged by its own defaults: the root's do not reach it.</summary>
    [Fact]
    public void How_the_package_is_built_stands_beside_its_project()
    {
        s_defaults.ContainsKey("msbuild-parameters").ShouldBeFalse();
        s_defaults.ContainsKey("framework").ShouldBeFalse();
        var parameters = ((string)DeployedTemplate.Parse(StepsDefaults)["msbuild-parameters"]!).Split(' ');

        parameters.ShouldContain("-p:AwsPackages=nuget");
        // Lambda has no runtime of .NET for a binary of native code to depend on.
        parameters.ShouldContain("--self-contained");
        parameters.ShouldAllBe(one => one.StartsWith('-') || one == "true");
    }

    [Fact]
    public void Native_code_is_built_for_the_runtime_and_the_one_architecture_that_the_functions_name()
    {
        var functions = DeployedTemplate.OfType(s_template, "AWS::Serverless::Function").ToList();

        Property("PublishAot").ShouldBe("true");
        Property("OutputType").ShouldBe("Exe", "Native code starts at a Main.");
        functions
            .Select(function => DeployTool.Frameworks[(string)function.Value!["Properties"]!["Runtime"]!])
            .Distinct()
            .ShouldBe([Property("TargetFramework")]);
        functions.Select(function => DeployTool.Architecture(function.Value!)).Distinct().Count().ShouldBe(1);
        ((string)DeployedTemplate.Parse(StepsDefaults)["function-runtime"]!).ShouldBe("dotnet10");
    }

    [Fact]
    public void A_container_that_builds_it_sees_every_file_that_the_project_names()
    {
        var folder = Repository.PathOf("src/Steps");
        var mounted = DeployTool.MountedFolder(folder);

        mounted.ShouldBe(Repository.Root);
        foreach (
            var file in s_project
                .Descendants()
                .Where(item => item.Name.LocalName is "ProjectReference" or "EmbeddedResource")
                .Select(item => Path.GetFullPath(Path.Combine(folder, item.Attribute("Include")!.Value)))
        )
        {
            File.Exists(file).ShouldBeTrue(file);
            Path.GetRelativePath(mounted, file).ShouldNotStartWith("..");
        }
    }

    [Fact]
    public void Every_substitution_is_a_file_that_is_found_from_the_repositorys_root_and_leads_to_a_text()
    {
        DeployedTemplate.Substitutions.ShouldNotBeEmpty();
        DeployedTemplate.Substitutions.Select(one => one.Path).ShouldBeUnique();
        foreach (var (path, file) in DeployedTemplate.Substitutions)
        {
            File.Exists(Repository.PathOf(file)).ShouldBeTrue($"{file}: its name itself would be put in.");
            var (owner, name) = DeployedTemplate.Find(s_template, path);
            owner[name]!.GetValueKind().ShouldBe(JsonValueKind.String, "Another kind would take parsed JSON.");
        }
    }

    [Fact]
    public void Every_state_machine_and_flow_of_the_repository_is_put_in()
    {
        string[] Files(string folder) =>
            [
                .. Directory
                    .GetFiles(Repository.PathOf(folder), "*.json")
                    .Select(file => $"{folder}/{Path.GetFileName(file)}"),
            ];

        Files("statemachines")
            .Concat(Files("contactflows"))
            .ShouldBeSubsetOf(DeployedTemplate.Substitutions.Select(one => one.File));
        s_template["Resources"]!
            .ToJsonString()
            .ShouldNotContain("DefinitionUri", customMessage: "The tool uploads none.");
    }

    [Theory]
    [InlineData("a=b", "a|b")]
    [InlineData("$.A.Fn::Sub=x/y.json;$.B=1", "$.A.Fn::Sub|x/y.json", "$.B|1")]
    [InlineData("\"a=b\"=\"c;d\";e=f", "a=b|c;d", "e|f")]
    [InlineData("a=", "a|")]
    [InlineData("a=b;", "a|b")]
    public void Pairs_are_read_as_the_tool_reads_them(string option, params string[] pairs) =>
        DeployTool.ParsePairs(option).Select(pair => $"{pair.Key}|{pair.Value}").ShouldBe(pairs);

    private static void ShouldBeOptions(JsonObject defaults, IEnumerable<KeyValuePair<string, string>> options)
    {
        var kinds = options.ToLookup(option => option.Key, option => option.Value);
        // Nobody reads it but people.
        defaults.Remove("Information").ShouldBeTrue();
        foreach (var (name, value) in defaults)
        {
            kinds.Contains(name).ShouldBeTrue($"{name} is no option: it would be passed over without a word.");
            var kind = value!.GetValueKind() is JsonValueKind.True or JsonValueKind.False
                ? nameof(Boolean)
                : value.GetValueKind().ToString();
            kinds[name].ShouldContain(kind, $"{name} of another kind is passed over without a word.");
        }
    }

    /// <summary>A property of the project, or of what all projects share.</summary>
    private static string Property(string name) =>
        new[] { s_project, XDocument.Load(Repository.PathOf("Directory.Build.props")) }
            .SelectMany(document => document.Descendants(name))
            .First()
            .Value;
}
