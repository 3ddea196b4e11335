import { property } from 'lit/decorators.js';
import { Directive, directive, type ElementPart } from 'lit/directive.js';
import type { PropertyValues } from 'lit';
import { GradioElement } from './element.js';
import type { Props } from './types.js';

/** A child of a layout in the app's tree, mounted or not. */
export interface ChildNode {
  readonly id: number;
  readonly type: string;
  readonly props: Readonly<Props>;
  /** The child's element once it is mounted. */
  readonly element: GradioElement | null;
}

/**
 * The base of a layout: it draws one element marked with `${this.mount()}`, where the shell appends the elements of the children; Lit
 * never touches them. `mounts(child)` says whether a child is to be mounted now: once mounted it stays, so a closed accordion or a tab
 * never selected costs nothing. The shell asks again after every update of the layout.
 */
export class GradioLayout extends GradioElement {
  /** The children in order; a new array whenever one is added, removed, mounted or has a new property. */
  @property({ attribute: false }) nodes: readonly ChildNode[] = [];

  /** Where the shell puts the children. */
  mountPoint: Element | null = null;

  /** Whether the child is to be mounted. Default: yes. */
  mounts(_child: ChildNode): boolean {
    return true;
  }

  protected mount(): unknown {
    return mountDirective(this);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.host?.arrange(this.nodeId);
  }
}

class MountDirective extends Directive {
  override render(_layout: GradioLayout): void {}

  override update(part: ElementPart, [layout]: [GradioLayout]): void {
    layout.mountPoint = part.element;
  }
}

const mountDirective = directive(MountDirective);
