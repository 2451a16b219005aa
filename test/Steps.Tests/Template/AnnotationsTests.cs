using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.Lambda.Annotations;
using SonicBridge.Steps.Call;

namespace SonicBridge.Steps.Tests.Template;

/// <summary>
/// The functions stand in the template as the generator of Amazon.Lambda.Annotations writes them there, so that a build
/// against the published packages changes nothing.
/// </summary>
public sealed class AnnotationsTests
{
    private static readonly Assembly s_steps = typeof(StartCallFunction).Assembly;
    private static readonly JsonObject s_template = DeployedTemplate.Read();

    private static readonly JsonSerializerOptions s_indented = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
    };

    private static IEnumerable<(MethodInfo Method, LambdaFunctionAttribute Function)> Functions() =>
        from type in s_steps.GetTypes()
        from method in type.GetMethods()
        let function = method.GetCustomAttribute<LambdaFunctionAttribute>()
        where function is not null
        select (method, function);

    public static TheoryData<string> Names() => [.. Functions().Select(found => found.Method.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_functions_entry_says_what_its_attribute_says(string name)
    {
        var (_, function) = Functions().Single(found => found.Method.Name == name);
        var resource = s_template["Resources"]![function.ResourceName]!;
        var properties = resource["Properties"]!;

        ((string?)resource["Type"]).ShouldBe("AWS::Serverless::Function");
        ((string?)resource["Metadata"]!["Tool"]).ShouldBe("Amazon.Lambda.Annotations");
        ((uint)properties["Timeout"]!).ShouldBe(function.Timeout);
        ((uint)properties["MemorySize"]!).ShouldBe(function.MemorySize);
        function.Role.ShouldStartWith("@");
        properties["Role"]!.ToJsonString().ShouldBe($$"""{"Fn::GetAtt":["{{function.Role[1..]}}","Arn"]}""");
        properties["Policies"].ShouldBeNull();
        ((string?)properties["PackageType"]).ShouldBe("Zip");
        ((string?)properties["CodeUri"]).ShouldBe("src/Steps");
        ((string?)properties["Handler"]).ShouldBe(s_steps.GetName().Name);
        ((string?)properties["Runtime"]).ShouldBe(
            s_steps.GetCustomAttribute<LambdaGlobalPropertiesAttribute>()!.Runtime
        );
        ((string?)properties["Environment"]!["Variables"]!["ANNOTATIONS_HANDLER"]).ShouldBe(name);
    }

    [Fact]
    public void The_generator_would_remove_no_function() =>
        s_template["Resources"]!
            .AsObject()
            .Where(resource => (string?)resource.Value!["Metadata"]?["Tool"] == "Amazon.Lambda.Annotations")
            .Select(resource => resource.Key)
            .ShouldBe(Functions().Select(found => found.Function.ResourceName), ignoreOrder: true);

    [Fact]
    public void Methods_have_names_of_their_own_since_the_executable_switches_on_them() =>
        Functions().Select(found => found.Method.Name).ShouldBeUnique();

    [Fact]
    public void The_template_is_written_as_the_generator_writes_it()
    {
        JsonSerializer.Serialize(s_template, s_indented).ShouldBe(Repository.Read(DeployedTemplate.File));
        ((string?)s_template["Description"]).ShouldEndWith(
            "This template is partially managed by Amazon.Lambda.Annotations (v2.3.0.0)."
        );
    }

    [Fact]
    public void The_generator_finds_the_template_by_the_defaults_beside_the_project()
    {
        var defaults = DeployedTemplate.Parse("src/Steps/aws-lambda-tools-defaults.json");

        Path.GetFullPath(Path.Combine(Repository.PathOf("src/Steps"), (string)defaults["template"]!))
            .ShouldBe(Repository.PathOf(DeployedTemplate.File));
        ((string)defaults["msbuild-parameters"]!).ShouldContain("-p:AwsPackages=nuget");
    }
}
