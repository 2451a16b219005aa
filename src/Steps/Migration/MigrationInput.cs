using System.Text.Json;
using System.Text.RegularExpressions;

namespace SonicBridge.Steps.Migration;

/// <summary>The input that a person gives to a state machine of the migration: every field has a default, and each mistake a sentence.</summary>
internal sealed partial class MigrationInput
{
    // Step Functions adds such members to the input of an execution that another one started.
    private const string OfStepFunctions = "AWS_STEP_FUNCTIONS_";

    // What a template's parameter is that means each instance.
    private const string Each = "*";

    // The steps have rights on stacks of such names alone.
    private const string StackPrefix = "nova-sonic-";
    private const int DayInSeconds = 86_400;
    private const int MostShares = 20;

    /// <summary>All that there are.</summary>
    internal static readonly IReadOnlyList<string> Fields =
    [
        "dryRun",
        "connectInstanceId",
        "functionName",
        "fargateClusterName",
        "taskDefinitionFamily",
        "fargateRevisionIsFixed",
        "stackName",
        "stackParameters",
        "imageTag",
        "percentages",
        "bakeSeconds",
        "pollSeconds",
        "room",
        "canary",
    ];

    private readonly JsonElement _input;
    private readonly List<string> _problems = [];

    private MigrationInput(JsonElement input) => _input = input;

    /// <summary>Fills in the defaults.</summary>
    /// <exception cref="MigrationRefused">The message names each field that cannot be used, and what it may be.</exception>
    public static MigrationPlan Read(JsonElement input, MigrationDefaults defaults)
    {
        if (input.ValueKind is not JsonValueKind.Object)
        {
            throw new MigrationRefused("The input has to be a JSON object; {} is enough.");
        }

        var reader = new MigrationInput(input);
        var plan = reader.ReadPlan(defaults);
        reader.CheckRights(plan, defaults);
        reader.NameUnknownFields();
        return reader._problems.Count == 0
            ? plan
            : throw new MigrationRefused($"The input cannot be used. {string.Join(' ', reader._problems)}");
    }

    private MigrationPlan ReadPlan(MigrationDefaults defaults) =>
        new()
        {
            DryRun = Flag("dryRun", false),
            ConnectInstanceId = Text(
                "connectInstanceId",
                defaults.ConnectInstanceId,
                InstanceId(),
                "an instance's UUID, here or as serverless.template's parameter ConnectInstanceId"
            ),
            FunctionName = Text("functionName", defaults.FunctionName, LambdaName(), "a Lambda function's name"),
            FargateClusterName = Text("fargateClusterName", "nova-sonic-cluster", EcsName(), "an ECS cluster's name"),
            TaskDefinitionFamily = Text(
                "taskDefinitionFamily",
                defaults.TaskDefinitionFamily,
                EcsName(),
                "a family's name"
            ),
            FargateRevisionIsFixed = Flag("fargateRevisionIsFixed", false),
            StackName = Text("stackName", "nova-sonic-ecs-stack", NameOfStack(), "a stack's name"),
            StackParameters = Texts("stackParameters"),
            ImageTag = Text("imageTag", defaults.ImageTag, TagOfImage(), "an image's tag"),
            Percentages = Shares(),
            BakeSeconds = Whole("bakeSeconds", 300, 0, DayInSeconds),
            PollSeconds = Whole("pollSeconds", 15, 1, 300),
            Room = Whole("room", 2, 1, 1000),
            Canary = Flag("canary", true),
        };

    private void CheckRights(MigrationPlan plan, MigrationDefaults defaults)
    {
        CheckRight("functionName", plan.FunctionName, defaults.FunctionName, "FargateFunctionName");
        CheckRight(
            "taskDefinitionFamily",
            plan.TaskDefinitionFamily,
            defaults.TaskDefinitionFamily,
            "TaskDefinitionFamily"
        );
        if (defaults.ConnectInstanceId is not ("" or Each))
        {
            CheckRight("connectInstanceId", plan.ConnectInstanceId, defaults.ConnectInstanceId, "ConnectInstanceId");
        }

        if (!plan.StackName.StartsWith(StackPrefix, StringComparison.Ordinal))
        {
            _problems.Add(
                $"'stackName' cannot be '{plan.StackName}': the steps have rights on stacks alone whose names begin with '{StackPrefix}'."
            );
        }
    }

    private void CheckRight(string field, string asked, string granted, string parameter)
    {
        if (asked != granted)
        {
            _problems.Add(
                $"'{field}' cannot be '{asked}': the steps have rights on '{granted}' alone. Deploy serverless.template with its parameter {parameter} set to it, or leave the field out."
            );
        }
    }

    private void NameUnknownFields()
    {
        foreach (var member in _input.EnumerateObject())
        {
            if (
                !Fields.Contains(member.Name, StringComparer.Ordinal)
                && !member.Name.StartsWith(OfStepFunctions, StringComparison.Ordinal)
            )
            {
                _problems.Add($"'{member.Name}' is not known; the fields are {string.Join(", ", Fields)}.");
            }
        }
    }

    private bool Flag(string field, bool otherwise)
    {
        var value = _input.At(field);
        switch (value.ValueKind)
        {
            case JsonValueKind.Undefined:
                return otherwise;
            case JsonValueKind.True or JsonValueKind.False:
                return value.GetBoolean();
            default:
                _problems.Add($"'{field}' has to be true or false.");
                return otherwise;
        }
    }

    private int Whole(string field, int otherwise, int least, int most)
    {
        var value = _input.At(field);
        if (value.ValueKind is JsonValueKind.Undefined)
        {
            return otherwise;
        }

        if (
            value.ValueKind is JsonValueKind.Number
            && value.TryGetInt32(out var number)
            && number >= least
            && number <= most
        )
        {
            return number;
        }

        _problems.Add($"'{field}' has to be a whole number from {least} to {most}.");
        return otherwise;
    }

    private string Text(string field, string otherwise, Regex shape, string what)
    {
        var value = _input.At(field);
        var text = value.ValueKind switch
        {
            JsonValueKind.Undefined => otherwise,
            JsonValueKind.String => value.GetString()!,
            _ => "",
        };
        if (shape.IsMatch(text))
        {
            return text;
        }

        _problems.Add($"'{field}' has to be {what}.");
        return otherwise;
    }

    private Dictionary<string, string> Texts(string field)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        var value = _input.At(field);
        if (value.ValueKind is JsonValueKind.Undefined)
        {
            return texts;
        }

        if (value.ValueKind is not JsonValueKind.Object)
        {
            _problems.Add($"'{field}' has to be an object of parameter names and their values as strings.");
            return texts;
        }

        foreach (var member in value.EnumerateObject())
        {
            if (member.Value.ValueKind is JsonValueKind.String)
            {
                texts[member.Name] = member.Value.GetString()!;
            }
            else
            {
                _problems.Add($"'{field}.{member.Name}' has to be a string, as CloudFormation takes it.");
            }
        }

        return texts;
    }

    private int[] Shares()
    {
        var value = _input.At("percentages");
        if (value.ValueKind is JsonValueKind.Undefined)
        {
            return [10, 50, 100];
        }

        int[] shares =
        [
            .. value
                .Items()
                .Select(item => item.ValueKind is JsonValueKind.Number && item.TryGetInt32(out var share) ? share : 0),
        ];
        var rising = shares.Zip(shares.Skip(1)).All(pair => pair.First < pair.Second);
        if (shares.Length is 0 or > MostShares || shares[0] < 1 || shares[^1] != 100 || !rising)
        {
            _problems.Add(
                "'percentages' has to be a list of rising whole numbers from 1 up, such as [10, 50, 100], that ends with 100."
            );
        }

        return shares;
    }

    [GeneratedRegex("^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex InstanceId();

    [GeneratedRegex("^[A-Za-z0-9_-]{1,64}$", RegexOptions.None, 1000)]
    private static partial Regex LambdaName();

    [GeneratedRegex("^[A-Za-z0-9_-]{1,255}$", RegexOptions.None, 1000)]
    private static partial Regex EcsName();

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9-]{0,127}$", RegexOptions.None, 1000)]
    private static partial Regex NameOfStack();

    [GeneratedRegex("^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$", RegexOptions.None, 1000)]
    private static partial Regex TagOfImage();
}
