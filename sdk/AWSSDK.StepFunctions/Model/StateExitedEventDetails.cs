namespace Amazon.StepFunctions.Model;

/// <summary>The state that was left.</summary>
public partial class StateExitedEventDetails
{
    public string Name { get; set; }

    public string Output { get; set; }
}
